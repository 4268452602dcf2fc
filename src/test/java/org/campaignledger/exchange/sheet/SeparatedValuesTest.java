package org.campaignledger.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.campaignledger.testing.Workbooks.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Separated values in every charset and with every separator that spreadsheets write. */
class SeparatedValuesTest {

    private static void refused(byte[] file, String code) {
        assertThatThrownBy(() -> Bytes.rows(file)).isInstanceOfSatisfying(SheetRefused.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "GBK"})
    void theCharsetIsToldFromTheText(String charset) throws IOException {
        assertThat(Bytes.rows(csv(Charset.forName(charset), "姓名,单位", "张三丰,福建")))
                .containsExactly("1 TEXT:姓名 TEXT:单位", "2 TEXT:张三丰 TEXT:福建");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theSeparatorIsToldFromTheFirstLine(String separator) throws IOException {
        assertThat(Bytes.rows(csv("\"a,b\"" + separator + "c", "1" + separator + "2")))
                .containsExactly("1 TEXT:a,b TEXT:c", "2 TEXT:1 TEXT:2");
    }

    @Test
    void theMarkAtTheBeginningIsNoText() throws IOException {
        assertThat(Bytes.rows(csv("\uFEFF单位", "甲"))).containsExactly("1 TEXT:单位", "2 TEXT:甲");
    }

    @Test
    void aValueOfSeveralLinesIsOneRow() throws IOException {
        assertThat(Bytes.rows(csv("a,b", "\"1\n2\",3", "4,5"))).containsExactly("1 TEXT:a TEXT:b", "2 TEXT:1\n2 TEXT:3",
                "3 TEXT:4 TEXT:5");
    }

    @Test
    void aFormulaIsToldApartFromATextThatOnlyLooksLikeOne() throws IOException {
        assertThat(Bytes.rows(csv("=1+1,'=1+1,+8613800000001,'+x,''a,'b")))
                .containsExactly("1 FORMULA: TEXT:=1+1 TEXT:+8613800000001 TEXT:+x TEXT:'a TEXT:'b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+x", "-y", "@z", "\tq", "'a", "plain", "", "＝１",
            "110101196501011009", "013800000001", "'013800000001", "00", "0", "13800000001"})
    void whatIsDefusedComesBackAsItWas(String text) {
        assertThat(Defused.undone(Defused.of(text))).isEqualTo(text);
        assertThat(Defused.of(text)).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110101196501011009", "123456789012", "00123", "013800000001"})
    void aTextOfDigitsThatASpreadsheetWouldCutIsMarkedAsAText(String digits) {
        assertThat(Defused.of(digits)).isEqualTo("'" + digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000001", "0", "20190601", "11010119650101100X", "0.5", "2019-06-01", "00a"})
    void aTextThatItShowsAsItIsStays(String text) {
        assertThat(Defused.of(text)).isEqualTo(text);
    }

    @Test
    void brokenFilesAreRefused() {
        refused(csv("a,b", "\"1,2"), "broken-csv");
        refused(new byte[]{'a', (byte) 0xFF, (byte) 0xFF, 'b'}, "unknown-charset");
        refused(csv("a" + ",a".repeat(300)), "too-many-columns");
        refused(csv("a", "x".repeat(40_000)), "cell-too-long");
        refused("\u0001\u0002".getBytes(StandardCharsets.UTF_8), "not-a-sheet");
    }

    @Test
    void anyBytesAreReadOrRefused() throws IOException {
        Random random = new Random(12351);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (random.nextInt(4) == 0
                        ? ",;\t\"\r\n'=".charAt(random.nextInt(8))
                        : random.nextInt());
            }
            try {
                assertThat(Bytes.rows(bytes)).isNotNull();
            } catch (SheetRefused refused) {
                assertThat(refused.code()).isNotBlank();
            }
        }
    }
}
