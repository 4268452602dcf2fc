package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running service is verified by anyone, and by an auditor down to the payloads and figures. */
class ServiceTest {

    private static final int SIZE = 600;

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(SIZE);
    private TestService service;

    @BeforeEach
    void start() throws IOException {
        service = new TestService(log);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Told byAnyone(String... more) {
        String[] arguments = Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = service.url();
        return Told.verify(arguments);
    }

    private Told byAuditor() {
        return byAnyone("--user", "auditor");
    }

    private void renumber() {
        log.events.replaceAll(event -> event.at(log.events.indexOf(event) + 1L));
    }

    @Test
    void itHolds() {
        assertThat(byAnyone().err()).isEmpty();
        assertThat(byAnyone().out()).startsWith("HOLDS size 600 root ").contains("needs an account");
        assertThat(byAuditor().err()).isEmpty();
        assertThat(byAuditor().out()).startsWith("HOLDS size 600 root ").contains("figures of 1 campaigns");
        assertThat(byAuditor().code()).isZero();
    }

    @Test
    void aChangedPayloadIsFoundByAnyone() {
        log.events.set(16, log.events.get(16).saying(
                "{\"campaign\":\"c\",\"unit\":\"FJ\",\"occurredOn\":\"2019-05-11\"}"));
        assertThat(byAnyone().firstLine()).startsWith("WRONG position 17: changed");
        assertThat(byAnyone().code()).isEqualTo(1);
    }

    @Test
    void aRowThatIsGone() {
        log.events.remove(16);
        assertThat(byAnyone().firstLine()).startsWith("WRONG position 17: missing");
    }

    @Test
    void theLastRowsAreGone() {
        log.events.removeLast();
        log.events.removeLast();
        assertThat(byAnyone().firstLine()).startsWith("WRONG position 599: missing");
    }

    @Test
    void aRowThatIsGoneAndTheRestRenumbered() {
        log.events.remove(16);
        renumber();
        assertThat(byAnyone().firstLine()).startsWith("WRONG position 17: missing");
    }

    @Test
    void rowsInEachOthersPlace() {
        Collections.swap(log.events, 16, 400);
        renumber();
        assertThat(byAnyone().firstLine()).startsWith("WRONG position 17: reordered");
    }

    @Test
    void aRowThatWasNeverSealed() {
        log.events.add(16, log.events.get(20));
        renumber();
        assertThat(byAnyone().firstLine()).startsWith("WRONG position 17: inserted");
    }

    @Test
    void whatTheStreamTellsIsHeldAgainstTheTreeAsWell() {
        service.answer("/api/v1/ledger/events", log.lines(0, SIZE).replace("走进", "走出"));
        assertThat(byAnyone().code()).isZero();
        assertThat(byAuditor().firstLine()).startsWith("WRONG position 3: changed");
        service.answer("/api/v1/ledger/events", log.lines(0, 300));
        assertThat(byAuditor().firstLine()).startsWith("WRONG position 301: missing");
    }

    @Test
    void figuresAndWhatExplainsThem() {
        service.answer("/api/v1/campaigns/c/progress/explain", "{\"sum\":1}");
        assertThat(byAuditor().firstLine()).startsWith("WRONG position 600: figure - campaign c: events, explained,");
        service.answer("/api/v1/campaigns/c/progress", log.figures().progress().replaceFirst("\"actual\":\\d+",
                "\"actual\":1"));
        Told published = byAuditor();
        assertThat(published.firstLine()).as(published.err())
                .startsWith("WRONG position 600: figure - campaign c: events is published");
    }

    /** A posting of position 5 that is published differently; no sum of the whole campaign need change by it. */
    private String publishedAs(String changed, String instead) {
        service.answer("/api/v1/ledger/postings", log.events.stream().map(TestFigures::postings)
                .collect(Collectors.joining()).replace(changed, instead));
        Told told = byAuditor();
        assertThat(told.code()).isEqualTo(1);
        return told.firstLine();
    }

    @Test
    void aPostingThatIsPublishedAsAnothersIsNamedByItsPosition() {
        String posted = "\n5\tc\tZJ\t\tevents\t2019-05-12\t1\n";
        assertThat(log.events.stream().map(TestFigures::postings).collect(Collectors.joining())).contains(posted);
        assertThat(publishedAs(posted, posted.replace("ZJ", "FJ"))).isEqualTo("WRONG position 5: figure - the event"
                + " posts events 1 of campaign c, unit ZJ on 2019-05-12, published is instead events 1 of campaign c,"
                + " unit FJ on 2019-05-12");
        assertThat(publishedAs(posted, posted.replace("12\t", "13\t"))).startsWith("WRONG position 5: figure")
                .endsWith("unit ZJ on 2019-05-13");
        assertThat(publishedAs(posted, "\n")).isEqualTo(
                "WRONG position 5: figure - a posting that the event makes is not"
                        + " published: events 1 of campaign c, unit ZJ on 2019-05-12");
        assertThat(publishedAs(posted, posted + "4\tc\tZJ\tvideo\tawarded\t2019-05-12\t1\n"))
                .isEqualTo(
                        "WRONG position 4: figure - a posting is published that the event does not make: awarded 1 of"
                                + " campaign c, unit ZJ, category video on 2019-05-12");
        assertThat(publishedAs(posted, "\nnothing of the kind\n")).startsWith("WRONG position 1: figure")
                .contains("this is no posting");
    }

    @Test
    void aServiceThatIsBusyIsAskedAgainWhenItSays() {
        service.isBusy("/api/v1/ledger/events", 2);
        service.isBusy("/api/v1/ledger/postings", 1);
        service.isBusy("/log/certificate", 1);
        Told told = byAuditor();
        assertThat(told.code()).as(told.err()).isZero();
    }

    @Test
    void howFarItHasComeIsToldOnLongWork() {
        service.isSlow("/api/v1/ledger/events", 2_100);
        Told told = byAuditor();
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.err()).contains("events: 600 of 600 (100 %)");
        assertThat(told.out()).startsWith("HOLDS").doesNotContain("events: ");
    }

    @Test
    void noMoreThanTwoStretchesAreAskedForAtOnce() throws IOException {
        try (TestService large = new TestService(new TestLog(20_100))) {
            Told told = Told.verify("--user", "auditor", large.url());
            assertThat(told.code()).as(told.err()).isZero();
            assertThat(large.mostReading()).isBetween(1, 2);
        }
    }

    @Test
    void tilesThatDoNotLeadToTheRoot() {
        service.answer("/log/tile/0/001", "x".repeat(8192));
        assertThat(byAnyone().firstLine()).startsWith("WRONG checkpoint: tree");
        service.answer("/log/tile/0/001", "short");
        assertThat(byAnyone().firstLine()).startsWith("WRONG tile/0/001: tree");
    }

    @Test
    void aCheckpointWithoutSignature() {
        service.answer("/log/checkpoint", log.text(SIZE));
        assertThat(byAnyone().firstLine()).startsWith("WRONG checkpoint: unsigned");
    }

    @Test
    void aLogThatGoesBackOnWhatWasSeen() {
        String seen = folder.resolve("seen").toString();
        assertThat(byAnyone("--last-seen", seen).code()).isZero();
        service.log = new TestLog(500);
        assertThat(byAnyone("--last-seen", seen).firstLine()).startsWith("WRONG checkpoint: rolled-back");
        service.log = new TestLog(SIZE).forkedAt(3);
        assertThat(byAnyone("--last-seen", seen).firstLine()).startsWith("WRONG checkpoint: forked");
    }

    @Test
    void witnessesThatAreDemanded() {
        TestKey witness = TestKey.ofWitness("witness.example/w1", 5);
        String vkey = witness.verifier().toString();
        String cosigned = log.checkpoint(SIZE) + witness.line(log.text(SIZE));
        service.answer("/log/checkpoint", cosigned);
        assertThat(byAnyone("--witness", vkey).out()).startsWith("HOLDS").contains("cosigned by 1 witness");
        service.answer("/log/checkpoint", cosigned.substring(0, cosigned.length() - 8) + "AAAAAA=\n");
        assertThat(byAnyone("--witness", vkey).firstLine()).startsWith("WRONG checkpoint: unsigned");
    }

    @Test
    void aQuorumOfTheLogsOwnIsToldWhereItIsNotReachedYet() {
        service.witnesses = "quorum 1\n" + TestKey.ofWitness("witness.example/w1", 5).verifier() + "\n";
        assertThat(byAnyone().out()).startsWith("HOLDS").contains("quorum is 1, and not reached yet");
    }

    @Test
    void whatCannotBeChecked() {
        service.answer("/log/key", "<html>");
        assertThat(byAnyone().code()).isEqualTo(2);
        assertThat(Told.verify("--user", "nobody", service.url()).code()).isEqualTo(2);
        service.close();
        Told told = byAnyone();
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("could not be reached");
        assertThat(Told.verify("http://").code()).isEqualTo(2);
    }

    @Test
    void aPasswordThatIsRefused() {
        Told told = byAnyone("--user", "someone");
        assertThat(told.code()).isEqualTo(2);
        assertThat(told.err()).contains("sign-in was refused");
    }
}
