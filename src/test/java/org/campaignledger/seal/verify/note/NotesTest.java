package org.campaignledger.seal.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignledger.seal.verify.TestKey;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.junit.jupiter.api.Test;

/** C2SP signed-note, tlog-checkpoint and tlog-cosignature: their own examples, and what is none. */
class NotesTest {

    private static final String VKEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
        This is an example message.

        \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
        """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theSpecificationsExample() throws NotChecked {
        VerifierKey key = VerifierKey.of(VKEY);
        assertThat(key).hasToString(VKEY);
        Note note = Note.of(bytes(NOTE));
        assertThat(note.signedBy(List.of(key))).containsExactly(key);
        assertThat(note.forged(List.of(key))).isFalse();
        assertThat(note).hasToString(NOTE);
        Note changed = Note.of(bytes(NOTE.replace("example message", "Example message")));
        assertThat(changed.signedBy(List.of(key))).isEmpty();
        assertThat(changed.forged(List.of(key))).isTrue();
    }

    @Test
    void aCosignatureBelongsToOneTextAndOneTime() throws NotChecked {
        TestKey witness = TestKey.ofWitness("witness.example/w1", 4);
        String text = "log.example\n5\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
        Note note = Note.of(bytes(witness.signed(text)));
        assertThat(note.signedBy(List.of(witness.verifier()))).hasSize(1);
        byte[] signature = note.signatures().getFirst().bytes();
        assertThat(witness.verifier().verifies(text, signature)).isTrue();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(witness.verifier().verifies(text, changed)).as("byte " + i).isFalse();
        }
        assertThat(VerifierKey.of(witness.verifier().toString()).cosigns()).isTrue();
    }

    @Test
    void keysThatAreNone() {
        for (String text : new String[]{"", "a+b+c", VKEY.replace("530d903a", "530d903b"), VKEY.replace("+Ae", "+Ce"),
                "example.com/ foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", VKEY.substring(0, 40)}) {
            assertThatThrownBy(() -> VerifierKey.of(text)).as(text).isInstanceOf(NotChecked.class);
        }
    }

    @Test
    void notesThatAreNone() {
        for (String text : new String[]{"", "\n", "text\n", "text\n\n", NOTE.strip(), NOTE.replace("\u2014", "-"),
                NOTE.replace("aQM=", "aQM"), NOTE.replace("message", "mess\tage"), NOTE + "\n", NOTE + "more\n"}) {
            assertThatThrownBy(() -> Note.of(bytes(text))).as(text).isInstanceOf(NotChecked.class);
        }
        assertThatThrownBy(() -> Note.of(new byte[]{'a', '\n', '\n', (byte) 0xff})).isInstanceOf(NotChecked.class);
    }

    @Test
    void checkpointsThatAreNone() throws NotChecked {
        TestKey log = TestKey.ofLog("log.example", 1);
        String root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
        assertThat(Checkpoint.of(bytes(log.signed("log.example\n5\n" + root + "\n"))).size()).isEqualTo(5);
        assertThat(Checkpoint.of(bytes(log.signed("log.example\n0\n" + root + "\nmore\n"))).rootText()).isEqualTo(root);
        for (String text : new String[]{"log.example\n5\n", "log.example\n05\n" + root + "\n",
                "log.example\n-5\n" + root + "\n", "log.example\n5\n" + root.replace("I=", "J=") + "\n",
                "log.example\n5\nAAAA\n", "\n5\n" + root + "\n", "log.example\n9999999999999999999\n" + root + "\n"}) {
            assertThatThrownBy(() -> Checkpoint.of(bytes(log.signed(text)))).as(text).isInstanceOf(NotChecked.class);
        }
    }
}
