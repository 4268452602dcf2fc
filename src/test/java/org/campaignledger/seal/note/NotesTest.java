package org.campaignledger.seal.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {

    private static final String EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
    private static final byte[] SEED = HexFormat.of()
            .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    @Test
    void theExampleOfTheSpecificationVerifies() {
        VerifierKey key = VerifierKey.parse(EXAMPLE_KEY);
        byte[] told = Base64.getDecoder().decode(
                "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mF"
                        + "XmRKuwHjG1Yu72IneyaQM=");
        byte[] text = "This is an example message.\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Arrays.copyOf(told, 4)).isEqualTo(key.id());
        assertThat(key.verifies(text, Arrays.copyOfRange(told, 4, told.length))).isTrue();
        text[0] ^= 1;
        assertThat(key.verifies(text, Arrays.copyOfRange(told, 4, told.length))).isFalse();
        assertThat(key).hasToString(EXAMPLE_KEY);
    }

    @Test
    void aKeyOfRfc8032SignsAsItShould() {
        SigningKey key = new SigningKey("example.com/log", SEED);
        String line = key.line("a\n");
        assertThat(line).startsWith("\u2014 example.com/log ").endsWith("=\n").isEqualTo(key.line("a\n"));
        byte[] told = Base64.getDecoder().decode(line.strip().split(" ")[2]);
        assertThat(key.verifier().verifies("a\n".getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(told, 4, 68)))
                .isTrue();
        assertThat(VerifierKey.parse(key.verifier().toString())).hasToString(key.verifier().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com/foo", "example.com/foo+530d903a", "example.com/foo+530d903b+Aeky",
            "example.com/foo+630d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
    void whatIsNoVerifierKeyIsRefused(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theExampleCheckpointIsRead() {
        Checkpoint checkpoint = Checkpoint.parse("""
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """);
        assertThat(checkpoint.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(checkpoint.size()).isEqualTo(20_852_163);
        assertThat(checkpoint.root()).hasSize(32);
        assertThat(Checkpoint.parse(checkpoint.text()).text()).isEqualTo(checkpoint.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n", "a\n1\n", "\n1\n" + ROOT, "a\n01\n" + ROOT, "a\n-1\n" + ROOT, "a\n1\n!\n",
            "a\n1\nAAAA\n", "a\n99999999999999999999\n" + ROOT})
    void whatIsNoCheckpointIsRefused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCosignatureHoldsForItsTextAndItsWitnessAlone() throws GeneralSecurityException {
        Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(SEED);
        VerifierKey witness = new VerifierKey("witness.example/w1", VerifierKey.WITNESS, pair.getPublicKey());
        String text = "example.com/log\n1\nAAAA\n";
        byte[] message = ("cosignature/v1\ntime 1679315147\n" + text).getBytes(StandardCharsets.UTF_8);
        byte[] told = ByteBuffer.allocate(76).put(witness.id()).putLong(1_679_315_147)
                .put(new Ed25519Sign(pair.getPrivateKey()).sign(message)).array();
        String line = "\u2014 witness.example/w1 " + Base64.getEncoder().encodeToString(told) + "\n";
        assertThat(Cosignature.of(witness, text, line).orElseThrow().at())
                .isEqualTo(Instant.ofEpochSecond(1_679_315_147));
        assertThat(Cosignature.of(witness, text + "more\n", line)).isEmpty();
        VerifierKey other = new VerifierKey("witness.example/w2", VerifierKey.WITNESS, pair.getPublicKey());
        assertThat(Cosignature.of(other, text, line)).isEmpty();
        for (int at = 0; at < told.length; at++) {
            byte[] changed = told.clone();
            changed[at] ^= 1;
            assertThat(Cosignature.of(witness, text,
                    "\u2014 witness.example/w1 " + Base64.getEncoder().encodeToString(changed))).isEmpty();
        }
        assertThat(Cosignature.of(witness, text, "\u2014 witness.example/w1 !!!")).isEmpty();
        assertThat(Cosignature.of(witness, text, "")).isEmpty();
    }
}
