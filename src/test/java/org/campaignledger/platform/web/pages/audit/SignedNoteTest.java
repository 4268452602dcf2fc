package org.campaignledger.platform.web.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A checkpoint is taken apart as docs/sealed-log.md has it, and what is none is not shown as one. */
class SignedNoteTest {

    private final JsonNode golden;

    SignedNoteTest() throws IOException {
        golden = JsonMapper.shared().readTree(Files.readString(Path.of("src/test/resources/golden/vectors.json")));
    }

    @Test
    void theGoldenCheckpointHasTheLogsSignatureAndAWitness() {
        SignedNote note = SignedNote.of(golden.path("checkpoint").asString()).orElseThrow();
        assertThat(note.origin()).isEqualTo("ledger.example/test");
        assertThat(note.size()).isEqualTo(8);
        assertThat(note.signatures()).extracting(SignedNote.Line::id).containsExactly("e5499917", "df1c0a35");
        assertThat(note.signatures().getFirst().at()).isNull();
        assertThat(note.signatures().getLast().at()).isAfter(Instant.parse("2019-01-01T00:00:00Z"));
    }

    @Test
    void keysAreReadByNameAndId() {
        String vkey = golden.path("witnessKey").asString();
        assertThat(SignedNote.Key.all("quorum 1\n" + vkey + "\n")).containsExactly(
                new SignedNote.Key("witness.example/w1", "df1c0a35", vkey));
    }

    @Test
    void theLeafIsTheGoldenOne() {
        assertThat(Leaf.hash(HexFormat.of().parseHex(golden.at("/entries/0").asString()))).asHexString()
                .isEqualToIgnoringCase(golden.at("/leaves/0").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a\nb\n\n", "a\n-1\nroot\n\n", "a\nmany\nroot\n\n", "a\n1\nroot"})
    void whatIsNoCheckpointIsNone(String text) {
        assertThat(SignedNote.of(text)).isEmpty();
    }

    @Test
    void aSignatureThatCannotBeReadIsLeftOut() {
        assertThat(SignedNote.of("a\n1\nroot\n\n\u2014 a ???\n\u2014 a AA==\nnone\n").orElseThrow().signatures())
                .isEmpty();
    }
}
