package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events name by digest is there and has this digest, in an archive and at a service; else the event is named. */
class AttachmentsAreVerifiedTest {

    private static final int BEFORE = 400;
    private static final String FIRST = "[\"r-1\",\"r-2\"]";
    private static final String SECOND = "[\"r-3\",\"r-4\"]";

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(BEFORE, List.of(FIRST, SECOND));
    private final List<String> digests = List.copyOf(log.attachments.keySet());

    private Told verify(TestArchive archive) throws IOException {
        return Told.verify(archive.writeTo(folder.resolve("a.ledger.zip")).toString());
    }

    private Told verifyServed() throws IOException {
        try (TestService service = new TestService(log)) {
            return Told.verify("--user", "auditor", service.url());
        }
    }

    private String entry(int index) {
        return "attachments/" + digests.get(index);
    }

    @Test
    void thoseThatAreWholeHold() throws IOException {
        for (Told told : List.of(verify(new TestArchive(log)), verifyServed())) {
            assertThat(told.err()).isEmpty();
            assertThat(told.out()).startsWith("HOLDS size 402").contains("the 2 attachments that events name");
        }
    }

    @Test
    void aMissingOneInAnArchive() throws IOException {
        assertThat(verify(new TestArchive(log).without(entry(1))).firstLine())
                .startsWith("WRONG position 402: missing - ").contains(digests.get(1));
    }

    @Test
    void anAlteredOneInAnArchive() throws IOException {
        assertThat(verify(new TestArchive(log).put(entry(0), FIRST + " ")).firstLine())
                .startsWith("WRONG position 401: changed - ").contains(digests.getFirst());
    }

    @Test
    void oneThatNoEventNames() throws IOException {
        TestLog other = new TestLog(4, List.of("[]"));
        String stranger = other.attachments.keySet().iterator().next();
        assertThat(verify(new TestArchive(log).put("attachments/" + stranger, "[]")).firstLine())
                .startsWith("WRONG entry attachments/" + stranger + ": inserted");
    }

    @Test
    void theFirstOfSeveralThatAreWrongIsNamed() throws IOException {
        assertThat(verify(new TestArchive(log).without(entry(1)).put(entry(0), "")).firstLine())
                .startsWith("WRONG position 401: changed");
    }

    @Test
    void aMissingOneAtAService() throws IOException {
        log.attachments.remove(digests.getFirst());
        assertThat(verifyServed().firstLine()).startsWith("WRONG position 401: missing");
    }

    @Test
    void anAlteredOneAtAService() throws IOException {
        log.attachments.put(digests.get(1), FIRST.getBytes(StandardCharsets.UTF_8));
        assertThat(verifyServed().firstLine()).startsWith("WRONG position 402: changed");
    }

    @Test
    void aServiceThatSaysItselfThatItWasChanged() throws IOException {
        try (TestService service = new TestService(log)) {
            service.refuse("/api/v1/attachments/" + digests.get(1), 409);
            assertThat(Told.verify("--user", "auditor", service.url()).firstLine())
                    .startsWith("WRONG position 402: changed - ").contains("says itself");
            service.refuse("/api/v1/attachments/" + digests.get(1), 500);
            Told told = Told.verify("--user", "auditor", service.url());
            assertThat(told.code()).as(told.out()).isEqualTo(2);
        }
    }

    @Test
    void withoutAnAccountNobodyAsksForThem() throws IOException {
        log.attachments.clear();
        try (TestService service = new TestService(log)) {
            assertThat(Told.verify(service.url()).code()).isZero();
        }
    }
}
