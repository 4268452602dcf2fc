package org.campaignledger.account.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of authenticator apps, and what is left when the app is lost. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits; RFC 4226, appendix D. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
            "20000000000,353130", "0,755224", "30,287082", "60,359152", "90,969429"})
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void aCodeIsTakenAStepEarlyOrLateAndNotFurther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, near), now, 0)).hasValue(near);
        }
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 2), now, 0)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 2), now, 0)).isEmpty();
    }

    @Test
    void aStepThatWasTakenIsTakenNoMoreNorAnyBeforeIt() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = Totp.step(now);
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step - 1), now, step)).isEmpty();
        assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, step + 1), now, step)).hasValue(step + 1);
    }

    @Test
    void theAppReadsWhatItNeeds() {
        assertThat(Totp.uri("anna.b", "GEZDGNBV")).isEqualTo("otpauth://totp/Campaign%20Ledger:anna.b?secret=GEZDGNBV"
                + "&issuer=Campaign%20Ledger&algorithm=SHA1&digits=6&period=30");
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"'',''", "f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String text, String base32) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(Base32.encode(bytes)).isEqualTo(base32);
        assertThat(Base32.decode(base32)).isEqualTo(bytes);
    }

    @Test
    void otherCharactersAreNoBase32() {
        assertThatThrownBy(() -> Base32.decode("MZX1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recoveryCodesAreTenAndEachAnother() {
        byte[] bytes = new byte[RecoveryCodes.BYTES_OF_ALL];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        List<String> codes = RecoveryCodes.of(bytes);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches(
                "(?:[A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        assertThat(codes.stream().map(code -> List.of(RecoveryCodes.hash("anna", code).orElseThrow()))
                .collect(Collectors.toSet())).hasSize(10);
    }

    @Test
    void aRecoveryCodeIsKnownHoweverItIsTypedAndOnlyForItsAccount() {
        byte[] hash = RecoveryCodes.hash("anna", "ABCD-EFGH-IJKL-MN23").orElseThrow();
        assertThat(RecoveryCodes.hash("anna", " abcdefgh ijklmn23 ")).hasValue(hash);
        assertThat(RecoveryCodes.hash("bert", "ABCD-EFGH-IJKL-MN23").orElseThrow()).isNotEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "ABCD-EFGH-IJKL", "ABCD-EFGH-IJKL-MN18", "ABCD-EFGH-IJKL-MN23-X"})
    void whatIsNoneHasNoHash(String typed) {
        assertThat(RecoveryCodes.hash("anna", typed)).isEmpty();
    }
}
