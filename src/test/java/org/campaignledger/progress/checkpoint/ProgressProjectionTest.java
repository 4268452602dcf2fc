package org.campaignledger.progress.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.TestEvent;
import org.campaignledger.progress.TestLedger;
import org.campaignledger.progress.balance.Books;
import org.campaignledger.progress.balance.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rows are always the fold of the whole ledger, whatever the projection is handed, and in whatever pieces. */
class ProgressProjectionTest {

    private static final int EVENTS = 3 * ProgressProjection.INTERVAL + 500;
    private static final int DIFFICULT_AT = ProgressProjection.INTERVAL + 700;
    private static final LocalDate DAY = LocalDate.of(2019, 7, 1);

    private final TestLedger ledger = new TestLedger();
    private final List<LedgerEvent> events = new ArrayList<>();
    private final Random random = new Random(42);
    private ProgressProjection projection = ledger.projection();

    @BeforeEach
    void aLedgerOfTwoCampaigns() {
        RandomSeason one = new RandomSeason(1, "2019");
        RandomSeason other = new RandomSeason(2, "2020");
        events.add(Campaign2019.opened("2019"));
        events.add(Campaign2019.opened("2020"));
        while (events.size() < EVENTS) {
            // The other campaign is posted to in the second stretch alone.
            boolean others = events.size() > ProgressProjection.INTERVAL && events.size() < 4_000
                    && random.nextInt(3) == 0;
            events.add(others ? other.next() : one.next());
        }
        events.set(DIFFICULT_AT - 1, new TestEvent.Difficult("2019", "FJ", DAY));
        ledger.write(events);
    }

    @AfterEach
    void close() {
        TestEvent.Difficult.fails = false;
        ledger.close();
    }

    private void apply(List<LedgerEntry> entries, Tables tables) {
        ledger.transaction.executeWithoutResult(status -> projection.apply(entries, tables));
    }

    /** Hands over what follows in pieces of random length, up to a position. */
    private void takeInUpTo(long from, long to) {
        long at = from;
        while (at < to) {
            long next = Math.min(to, at + 1 + random.nextInt(900));
            apply(ledger.entries(at, next), Tables.LIVE);
            at = next;
        }
    }

    private byte[] folded(String campaign, long position) {
        Books books = new Books();
        events.subList(0, (int) position).forEach(event -> books.take(Change.of(event)));
        return books.of(campaign).toBytes();
    }

    private void everyPositionIsTheFoldOfTheLedgerUpToIt(long upTo) {
        Checkpoints checkpoints = ledger.checkpoints();
        for (int i = 0; i < 40; i++) {
            long position = random.nextLong(upTo + 1);
            for (String campaign : List.of("2019", "2020", "none")) {
                Checkpoints.KeptBalance kept = checkpoints.upTo(campaign, position);
                assertThat(kept.upTo()).isLessThanOrEqualTo(position);
                ledger.fold().read(kept.upTo(), position, (next, at, change) -> {
                    if (campaign.equals(change.campaign())) {
                        change.postings().forEach(kept.balance()::add);
                    }
                });
                assertThat(kept.balance().toBytes()).as("%s at %d", campaign, position)
                        .isEqualTo(folded(campaign, position));
            }
        }
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        rows.addAll(ledger.jdbc.sql("select position, follows, recorded_at, postings from progress_mark order by 1")
                .query((row, n) -> row.getLong(1) + " " + row.getLong(2) + " " + row.getString(3) + " "
                        + Arrays.hashCode(row.getBytes(4)))
                .list());
        rows.addAll(ledger.jdbc.sql("select campaign, position, state from progress_checkpoint order by 1, 2")
                .query((row, n) -> row.getString(1) + " " + row.getLong(2) + " "
                        + Arrays.hashCode(row.getBytes(3)))
                .list());
        rows.addAll(ledger.jdbc.sql("select position, type from progress_campaign_event order by 1")
                .query((row, n) -> row.getLong(1) + " " + row.getString(2)).list());
        return rows;
    }

    private List<String> rowsOfOneRun() {
        apply(ledger.entries(0, EVENTS), Tables.LIVE);
        List<String> rows = rows();
        ledger.template.execute("truncate progress_mark, progress_checkpoint, progress_campaign_event,"
                + " progress_generation");
        projection = ledger.projection();
        return rows;
    }

    @Test
    void anyPositionIsTheFoldOfTheLedgerUpToIt() {
        takeInUpTo(0, EVENTS);
        everyPositionIsTheFoldOfTheLedgerUpToIt(EVENTS);
    }

    @Test
    void theRowsAreTheSameInWhateverPiecesTheLedgerIsTakenIn() {
        List<String> inOne = rowsOfOneRun();
        takeInUpTo(0, EVENTS);
        assertThat(rows()).isEqualTo(inOne).hasSizeGreaterThan(10);
    }

    @Test
    void rowsAreFewForACampaignThatStandsStill() {
        takeInUpTo(0, EVENTS);
        assertThat(ledger.jdbc.sql("select position from progress_checkpoint where campaign = '2020' order by 1")
                .query(Long.class).list())
                .containsExactly(2L * ProgressProjection.INTERVAL);
    }

    @Test
    void afterARestartItGoesOnFromItsCheckpoints() {
        List<String> inOne = rowsOfOneRun();
        takeInUpTo(0, 3_000);
        projection = ledger.projection();
        takeInUpTo(3_000, EVENTS);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void whatWasRolledBackIsForgotten() {
        List<String> inOne = rowsOfOneRun();
        takeInUpTo(0, 2_000);
        assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(status -> {
            projection.apply(ledger.entries(2_000, 2_500), Tables.LIVE);
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        projection.forget(Tables.LIVE);
        takeInUpTo(2_000, EVENTS);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void whatWasRolledBackWithoutAWordIsNoticed() {
        List<String> inOne = rowsOfOneRun();
        takeInUpTo(0, 2_000);
        assertThatThrownBy(() -> ledger.transaction.executeWithoutResult(status -> {
            projection.apply(ledger.entries(2_000, 2_500), Tables.LIVE);
            throw new IllegalStateException("rolled back");
        })).hasMessage("rolled back");
        takeInUpTo(2_000, EVENTS);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void eventsThatArriveAgainCountOnce() {
        List<String> inOne = rowsOfOneRun();
        takeInUpTo(0, 5_000);
        takeInUpTo(1_500, EVENTS);
        takeInUpTo(0, EVENTS);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void eventsThatItIsNotHandedAreReadFromTheLedger() {
        List<String> inOne = rowsOfOneRun();
        List<LedgerEntry> withHoles = ledger.entries(0, EVENTS).stream()
                .filter(entry -> random.nextInt(3) > 0 || entry.position() == EVENTS).toList();
        apply(withHoles.subList(0, 1_000), Tables.LIVE);
        apply(withHoles.subList(1_000, withHoles.size()), Tables.LIVE);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void anotherInstanceMayTakeOverAndGiveBack() {
        List<String> inOne = rowsOfOneRun();
        ProgressProjection here = projection;
        takeInUpTo(0, 1_000);
        projection = ledger.projection();
        takeInUpTo(1_000, 5_000);
        projection = here;
        takeInUpTo(5_000, EVENTS);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void anEventThatCannotBeTakenInIsLeftOutUntilItIsTriedAgain() {
        List<String> inOne = rowsOfOneRun();
        TestEvent.Difficult.fails = true;
        takeInUpTo(0, DIFFICULT_AT - 1);
        assertThatThrownBy(() -> takeInUpTo(DIFFICULT_AT - 1, DIFFICULT_AT)).hasMessageContaining("too difficult");
        projection.forget(Tables.LIVE);
        takeInUpTo(DIFFICULT_AT, EVENTS);
        assertThat(rows()).isNotEqualTo(inOne);
        TestEvent.Difficult.fails = false;
        Instant before = ledger.checkpoints().generation();
        apply(ledger.entries(DIFFICULT_AT - 1, DIFFICULT_AT), Tables.LIVE);
        assertThat(rows()).isEqualTo(inOne);
        assertThat(ledger.checkpoints().generation()).isAfter(before);
        everyPositionIsTheFoldOfTheLedgerUpToIt(EVENTS);
    }

    @Test
    void anEventTriedAgainOnAnotherInstanceIsNoticedByTheOneThatWorks() {
        List<String> inOne = rowsOfOneRun();
        TestEvent.Difficult.fails = true;
        ledger.jdbc.sql("insert into projection (name, position) values ('progress', ?)").param(DIFFICULT_AT + 100)
                .update();
        takeInUpTo(DIFFICULT_AT, DIFFICULT_AT + 100); // in memory here; the next mark is not reached yet
        TestEvent.Difficult.fails = false;
        ProgressProjection here = projection;
        projection = ledger.projection();
        apply(ledger.entries(DIFFICULT_AT - 1, DIFFICULT_AT), Tables.LIVE);
        projection = here;
        takeInUpTo(DIFFICULT_AT + 100, EVENTS);
        assertThat(rows()).isEqualTo(inOne);
    }

    @Test
    void aRebuildMakesTheSameRowsBesideTheLiveOnes() {
        takeInUpTo(0, EVENTS);
        List<String> live = rows();
        projection.tables().forEach(table -> ledger.template.execute(
                "create table " + Tables.REBUILD.of(table) + " (like " + table + " including all)"));
        for (long from = 0; from < EVENTS; from += 1_111) {
            apply(ledger.entries(from, Math.min(EVENTS, from + 1_111)), Tables.REBUILD);
        }
        assertThat(rows()).isEqualTo(live);
        projection.tables().forEach(table -> {
            ledger.template.execute("drop table " + table);
            ledger.template.execute("alter table " + Tables.REBUILD.of(table) + " rename to " + table);
        });
        projection.forget(Tables.REBUILD);
        assertThat(rows()).isEqualTo(live);
        ledger.write(List.of(new TestEvent.Difficult("2019", "BJ", DAY)));
        events.add(new TestEvent.Difficult("2019", "BJ", DAY));
        apply(ledger.entries(EVENTS, EVENTS + 1), Tables.LIVE);
        everyPositionIsTheFoldOfTheLedgerUpToIt(EVENTS + 1);
    }

    @Test
    void checkpointsOfAnotherVersionAreAsIfTheyWereNotThere() {
        takeInUpTo(0, EVENTS);
        List<String> rows = rows();
        ledger.template.execute("update progress_checkpoint set state = '\\x63'");
        Checkpoints.KeptBalance kept = ledger.checkpoints().upTo("2019", 5_000);
        assertThat(kept.upTo()).isZero();
        assertThat(ledger.checkpoints().newest().position()).isZero();
        everyPositionIsTheFoldOfTheLedgerUpToIt(EVENTS);
        projection = ledger.projection();
        apply(ledger.entries(0, EVENTS), Tables.LIVE);
        assertThat(rows()).isEqualTo(rows);
    }
}
