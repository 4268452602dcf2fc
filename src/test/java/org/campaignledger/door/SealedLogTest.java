package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The public log, as anyone finds it who knows docs/sealed-log.md and trusts nobody. */
@AtTheDoor
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealedLogTest {

    private final Ledger ledger;
    private Answer held;

    SealedLogTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @BeforeAll
    void anEventIsHeldAndSealed() {
        held = ledger.as("fj").holds(Forms.anEvent()).on("2019-05-20").isRecorded();
        await().atMost(Duration.ofSeconds(20)).until(() -> size(checkpoint()) >= held.position());
    }

    private String checkpoint() {
        return ledger.asNobody().gets("/log/checkpoint").isFound().text();
    }

    private static long size(String note) {
        return Long.parseLong(note.split("\n")[1]);
    }

    private static String root(String note) {
        return note.split("\n")[2];
    }

    @Test
    void theCheckpointIsASignedNoteThatNobodyKeeps() {
        Answer answer = ledger.asNobody().gets("/log/checkpoint").isFound();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        String[] lines = answer.text().split("\n");
        String key = ledger.asNobody().gets("/log/key").isFound().text().lines().findFirst().orElseThrow();
        assertThat(lines[0]).isEqualTo(key.substring(0, key.indexOf('+')));
        assertThat(Base64.getDecoder().decode(lines[2])).hasSize(32);
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("\u2014 " + lines[0] + " ");
    }

    @Test
    void aProofLeadsFromTheEntryToTheSignedRoot() throws Exception {
        String[] parts = ledger.asNobody().gets("/log/proof/" + held.position()).isFound().text().split("\n\n", 2);
        List<String> lines = parts[0].lines().toList();
        assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
        byte[] entry = Base64.getDecoder().decode(lines.get(1).substring("extra ".length()));
        long index = Long.parseLong(lines.get(2).substring("index ".length()));
        assertThat(index).isEqualTo(held.position() - 1);
        assertThat(new String(entry, 83, entry.length - 83, StandardCharsets.UTF_8)).isEqualTo("EventHeld");
        byte[] hash = sha256(new byte[]{0}, entry);
        long last = size(parts[1]) - 1;
        for (String line : lines.subList(3, lines.size())) {
            byte[] sibling = Base64.getDecoder().decode(line);
            while ((index & 1) == 0 && index == last && index > 0) {
                index >>= 1;
                last >>= 1;
            }
            hash = (index & 1) == 1 ? sha256(new byte[]{1}, sibling, hash) : sha256(new byte[]{1}, hash, sibling);
            index >>= 1;
            last >>= 1;
        }
        assertThat(Base64.getEncoder().encodeToString(hash)).isEqualTo(root(parts[1]));
    }

    @Test
    void entriesHashToTheLeavesInTheTiles() throws Exception {
        int width = (int) Math.min(255, size(checkpoint()));
        Answer tile = ledger.asNobody().gets("/log/tile/0/000.p/" + width).isFound();
        Answer bundle = ledger.asNobody().gets("/log/tile/entries/000.p/" + width).isFound();
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(tile.header("Cache-Control")).contains("immutable", "public", "max-age=31536000");
        byte[] hashes = tile.bytes();
        byte[] entries = bundle.bytes();
        assertThat(hashes).hasSize(width * 32);
        int at = 0;
        for (int i = 0; i < width; i++) {
            int length = (entries[at] & 0xff) << 8 | entries[at + 1] & 0xff;
            byte[] entry = Arrays.copyOfRange(entries, at + 2, at + 2 + length);
            assertThat(sha256(new byte[]{0}, entry)).isEqualTo(Arrays.copyOfRange(hashes, i * 32, i * 32 + 32));
            at += 2 + length;
        }
        assertThat(at).isEqualTo(entries.length);
    }

    @Test
    void theTrailShowsTheProofAndWhatTheEntryIsMadeOf() throws Exception {
        JsonNode proof = ledger.asAuditor().gets("/api/v1/trail/" + held.position()).isShown().at("/proof");
        byte[] entry = Base64.getDecoder().decode(proof.path("entry").asString());
        byte[] salt = Base64.getDecoder().decode(proof.path("salt").asString());
        assertThat(sha256(salt, proof.path("payload").asString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Arrays.copyOfRange(entry, 19, 51));
        assertThat(sha256(salt, proof.path("metadata").asString().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Arrays.copyOfRange(entry, 51, 83));
        assertThat(proof.path("metadata").asString()).contains("\"eventId\"", "\"aggregateId\"", "\"sequence\":\"0\"");
        assertThat(proof.path("index").asLong()).isEqualTo(held.position() - 1);
        assertThat(proof.path("hashes").size()).isPositive();
        assertThat(root(proof.path("checkpoint").asString())).isEqualTo(proof.path("rootHash").asString());
    }

    @Test
    void anEarlierCheckpointStandsInALaterOne() {
        long size = size(checkpoint());
        String earlier = ledger.asNobody().gets("/log/checkpoint?size=" + (size - 1)).isFound().text();
        Answer proof = ledger.asNobody().gets("/log/consistency?from=" + (size - 1) + "&to=" + size).isFound();
        assertThat(proof.at("/fromRoot").asString()).isEqualTo(root(earlier));
        assertThat(proof.at("/hashes").size()).isPositive();
        assertThat(ledger.asNobody().gets("/log/checkpoint?size=0").isFound().text())
                .contains("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @Test
    void aCertificateIsSignedAndSaysWhatTheFiguresAre() {
        String first = ledger.asNobody().gets("/log/certificate?size=" + held.position()).isFound().text();
        assertThat(first).startsWith("campaign-ledger/replay/v1\n").contains("\n" + held.position() + "\n",
                "\n\n\u2014 ");
        assertThat(ledger.asNobody().gets("/log/certificate?size=" + held.position()).text()).isEqualTo(first);
        String before = ledger.asNobody().gets("/log/certificate?size=" + (held.position() - 1)).isFound().text();
        assertThat(before.split("\n")[3]).isNotEqualTo(first.split("\n")[3]);
    }

    @Test
    void whatIsNotThereIsSaid() {
        Desk anyone = ledger.asNobody();
        long size = size(checkpoint());
        anyone.gets("/log/proof/0").isRefusedWith(404, "not-found");
        anyone.gets("/log/proof/99999999").isRefusedWith(404, "not-found");
        anyone.gets("/log/proof/x").isRefusedWith(400, "malformed");
        anyone.gets("/log/checkpoint?size=99999999").isRefusedWith(422, "position-not-sealed");
        anyone.gets("/log/checkpoint?size=-1").isRefusedWith(422, "out-of-range");
        anyone.gets("/log/consistency?from=-1").isRefusedWith(422, "out-of-range");
        anyone.gets("/log/consistency?from=" + size + "&to=" + (size - 1)).isRefusedWith(422, "out-of-range");
        anyone.gets("/log/certificate?size=99999999").isRefusedWith(422, "position-not-sealed");
        for (String path : List.of("0/x999/000", "64/000", "00/000", "0/0", "0/000.p/0", "0/000.p/256", "0/000.p/01",
                "entries/x999/000", "-1/000", "entries/000.p/999", "0/" + "x999/".repeat(30) + "999")) {
            anyone.gets("/log/tile/" + path).isRefusedWith(404, "not-found");
        }
    }

    @Test
    void onlyAuditorsAndAdminsGetEventsWithTheirSalts() {
        Answer events = ledger.asAuditor().gets("/api/v1/ledger/events?after=" + (held.position() - 1) + "&to="
                + held.position()).isShown();
        assertThat(events.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(events.text().lines()).singleElement().asString()
                .startsWith("{\"position\":" + held.position() + ",\"eventId\":").contains("\"salt\":\"", "EventHeld");
        for (String who : List.of("fj", "host-video", "judge-fj")) {
            ledger.as(who).gets("/api/v1/ledger/events").isRefusedWith(403, "wrong-role");
            ledger.as(who).gets("/api/v1/archive").isRefusedWith(403, "wrong-role");
        }
        ledger.asNobody().gets("/api/v1/ledger/events").isRefusedWith(401, "not-signed-in");
        ledger.asAuditor().gets("/api/v1/ledger/events?after=-1").isRefusedWith(422, "out-of-range");
        ledger.asAuditor().gets("/api/v1/ledger/events?to=99999999").isRefusedWith(422, "position-not-reached");
        ledger.asAuditor().gets("/api/v1/archive?position=99999999").isRefusedWith(422, "position-not-sealed");
        ledger.asAuditor().gets("/api/v1/archive?position=0").isRefusedWith(422, "out-of-range");
    }

    @Test
    void auditorsAndAdminsGetPostingsOneByOne() {
        Answer postings = ledger.asAuditor().gets("/api/v1/ledger/postings?after=" + (held.position() - 1) + "&to="
                + held.position()).isShown();
        assertThat(postings.header("Content-Type")).startsWith("text/tab-separated-values");
        assertThat(postings.text().lines()).hasSize(2).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(7)
                .startsWith(Long.toString(held.position()), ledger.campaign(), "FJ", ""));
        assertThat(postings.text()).contains("\tevents\t", "\tcontacts\t");
        for (String who : List.of("fj", "host-video", "judge-fj")) {
            ledger.as(who).gets("/api/v1/ledger/postings").isRefusedWith(403, "wrong-role");
        }
        ledger.asNobody().gets("/api/v1/ledger/postings").isRefusedWith(401, "not-signed-in");
        ledger.asAuditor().gets("/api/v1/ledger/postings?after=-1").isRefusedWith(422, "out-of-range");
        ledger.asAuditor().gets("/api/v1/ledger/postings?to=99999999").isRefusedWith(422, "position-not-reached");
    }

    @Test
    void cosignaturesOfStrangersAreNotTaken() {
        Desk anyone = ledger.asNobody();
        anyone.sends("/log/cosignatures", "text/plain", checkpoint()).isRefusedWith(422, "no-known-witness");
        anyone.sends("/log/cosignatures", "text/plain", "nothing").isRefusedWith(422, "unknown-checkpoint");
        anyone.sends("/log/cosignatures", "text/plain", checkpoint().replaceFirst("\n\\d+\n", "\n1\n"))
                .isRefusedWith(422, "unknown-checkpoint");
        anyone.sends("/log/cosignatures", "text/plain", "x".repeat(70_000)).isRefusedWith(413, "too-large");
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }
}
