package org.campaignledger.seal.verify.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.campaignledger.seal.verify.TestKey;
import org.campaignledger.seal.verify.note.Checkpoint;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.tree.Merkle;
import org.campaignledger.seal.verify.tree.Proofs;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The golden vectors are what this implementation makes: a second one can be held against them without it. */
class GoldenVectorsTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    private final JsonNode vectors = JsonMapper.shared().readTree(GOLDEN.resolve("vectors.json").toFile());
    private final Merkle merkle = new Merkle();

    private static byte[] hex(JsonNode node) {
        return HexFormat.of().parseHex(node.asString());
    }

    private static List<byte[]> hexes(JsonNode nodes) {
        return nodes.valueStream().map(GoldenVectorsTest::hex).toList();
    }

    private String text(String name) {
        return vectors.get(name).asString();
    }

    private List<byte[]> entries() throws IOException, Malformed {
        List<byte[]> entries = new ArrayList<>();
        try (EventLines lines = new EventLines(Files.newInputStream(GOLDEN.resolve("events.ndjson")))) {
            while (lines.next()) {
                lines.event().makeEntry();
                entries.add(lines.event().entry());
            }
        }
        return entries;
    }

    @Test
    void entriesAndTheirLeafHashes() throws Exception {
        List<byte[]> entries = entries();
        assertThat(entries).hasSize(8);
        assertThat(entries.stream().map(HexFormat.of()::formatHex))
                .containsExactlyElementsOf(vectors.get("entries").valueStream().map(JsonNode::asString).toList());
        assertThat(entries.stream().map(entry -> HexFormat.of().formatHex(merkle.leaf(entry))))
                .containsExactlyElementsOf(vectors.get("leaves").valueStream().map(JsonNode::asString).toList());
    }

    @Test
    void rootsOfEverySize() {
        List<byte[]> leaves = hexes(vectors.get("leaves"));
        for (int size = 0; size <= leaves.size(); size++) {
            assertThat(merkle.root(leaves.subList(0, size))).isEqualTo(hex(vectors.get("roots").get(size)));
        }
    }

    @Test
    void proofs() {
        List<byte[]> leaves = hexes(vectors.get("leaves"));
        List<byte[]> roots = hexes(vectors.get("roots"));
        Proofs proofs = new Proofs();
        JsonNode inclusion = vectors.get("inclusion");
        int index = inclusion.get("index").asInt();
        assertThat(proofs.includes(index, 7, leaves.get(index), roots.get(7), hexes(inclusion.get("hashes")))).isTrue();
        JsonNode consistency = vectors.get("consistency");
        assertThat(proofs.consistent(3, 7, roots.get(3), roots.get(7), hexes(consistency.get("hashes")))).isTrue();
    }

    @Test
    void aCheckpointWithItsCosignature() throws NotChecked {
        TestKey log = TestKey.ofLog("ledger.example/test", 1);
        TestKey witness = TestKey.ofWitness("witness.example/w1", 2);
        assertThat(text("logKey")).isEqualTo(log.verifier().toString());
        assertThat(text("witnessKey")).isEqualTo(witness.verifier().toString());
        Checkpoint checkpoint = Checkpoint.of(text("checkpoint").getBytes(StandardCharsets.UTF_8));
        assertThat(checkpoint.size()).isEqualTo(8);
        assertThat(checkpoint.root()).isEqualTo(hex(vectors.get("roots").get(8)));
        assertThat(checkpoint.note().signedBy(List.of(VerifierKey.of(text("logKey")),
                VerifierKey.of(text("witnessKey"))))).hasSize(2);
        assertThat(text("checkpoint"))
                .isEqualTo(log.signed(checkpoint.note().text()) + witness.line(checkpoint.note().text()));
    }

    @Test
    void theFoldedBalanceAndItsCertificate() throws NotChecked {
        byte[] hash = Merkle.sha256().digest(text("balance").getBytes(StandardCharsets.UTF_8));
        Note certificate = Note.of(text("certificate").getBytes(StandardCharsets.UTF_8));
        assertThat(certificate.lines().getLast()).isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(certificate.signedBy(List.of(VerifierKey.of(text("logKey"))))).hasSize(1);
    }
}
