package org.campaignledger.progress.read.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.TestEvent;
import org.campaignledger.progress.TestLedger;
import org.campaignledger.progress.live.Following;
import org.campaignledger.progress.read.progress.Asked;
import org.campaignledger.progress.read.progress.Progress;
import org.campaignledger.progress.read.progress.ProgressAt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplainTest {

    private static final int EVENTS = 2_000;
    private static final Actor AUDITOR = new Actor("auditor", Role.AUDITOR, null, null);

    private final TestLedger ledger = new TestLedger();
    private final List<LedgerEvent> events = new ArrayList<>();
    private final Random random = new Random(8);
    private final PostingProjection projection = new PostingProjection(ledger.template);
    private Following following;
    private ProgressAt progress;
    private Explain explain;

    @BeforeEach
    void aSeason() {
        RandomSeason season = new RandomSeason(4, "2019");
        events.add(Campaign2019.opened("2019"));
        events.add(Campaign2019.opened("2020"));
        events.add(new TestEvent.Posted("2020", Metric.EVENTS, "FJ", null, 99, LocalDate.of(2019, 6, 1)));
        while (events.size() < EVENTS) {
            events.add(season.next());
        }
        ledger.write(events);
        for (int from = 0; from < EVENTS; from += 700) {
            takeIn(from, Math.min(EVENTS, from + 700));
        }
        following = new Following(ledger);
        progress = new ProgressAt(following.live, ledger.checkpoints(), ledger.fold(), ledger.store, () -> ledger.now);
        Freshness freshness = new Freshness(new ProjectionPositions(ledger.jdbc, ledger.store, ledger.tail),
                ledger.store,
                ledger.transactions);
        explain = new Explain(freshness, following.live, ledger.store, new PostingQuery(ledger.jdbc));
    }

    @AfterEach
    void close() {
        following.close();
        ledger.close();
    }

    private void takeIn(long after, long to) {
        ledger.transaction.executeWithoutResult(status -> {
            projection.apply(ledger.entries(after, to), Tables.LIVE);
            ledger.jdbc.sql("insert into projection (name, position) values ('postings', :at)"
                    + " on conflict (name) do update set position = :at").param("at", to).update();
        });
    }

    private static Explain.Question question(Metric metric, @Nullable String unit, @Nullable String category,
            @Nullable Long position, @Nullable LocalDate on, int limit, Cursor after) {
        return new Explain.Question("2019", metric, unit, category, position, null, on, limit, after);
    }

    private Explanation explained(Metric metric, @Nullable String unit, @Nullable String category,
            @Nullable Long position, @Nullable LocalDate on) {
        return explain.answer(AUDITOR, question(metric, unit, category, position, on, 500, Cursor.START), null);
    }

    private Refused refusal(Actor actor, Explain.Question question, @Nullable Long waitFor) {
        Refused refused = catchThrowableOfType(Refused.class, () -> explain.answer(actor, question, waitFor));
        assertThat(refused).isNotNull();
        return refused;
    }

    @Test
    void theSumIsTheFigureThatIsShown() {
        for (int i = 0; i < 15; i++) {
            Long position = random.nextInt(3) == 0 ? null : 3 + random.nextLong(EVENTS - 3);
            LocalDate on = random.nextBoolean() ? null : Campaign2019.FIRST_DAY.plusDays(random.nextInt(153));
            Progress shown = progress.of("2019", new Asked(position, null, on, null));
            for (Progress.Target target : shown.targets()) {
                Metric metric = Metric.of(target.metric()).orElseThrow();
                assertThat(explained(metric, null, null, position, on).sum()).isEqualTo(target.actual());
            }
            Progress.Unit unit = shown.units().get(random.nextInt(35));
            unit.metrics().forEach((metric, figure) -> assertThat(explained(Metric.of(metric).orElseThrow(),
                    unit.unit(), null, position, on).sum()).as("%s of %s", metric, unit.unit())
                    .isEqualTo(figure.actual()));
            Progress.Category category = shown.categories().get(random.nextInt(7));
            assertThat(explained(Metric.SUBMITTED, null, category.category(), position, on).sum())
                    .isEqualTo(category.submitted());
        }
    }

    @Test
    void everySubUnitsFigureIsExplainedAsWell() {
        String subUnit = "S-0";
        Progress shown = progress.of("2019", new Asked(null, null, null, subUnit));
        shown.units().getFirst().metrics().forEach((metric, figure) -> assertThat(
                explained(Metric.of(metric).orElseThrow(), subUnit, null, null, null).sum())
                .isEqualTo(figure.actual()));
    }

    @Test
    void pagesHoldEveryPostingOnceInOrder() {
        for (Metric metric : List.of(Metric.CONTACTS, Metric.DIRECT_REACH, Metric.ACCEPTED)) {
            List<Explanation.Line> lines = new ArrayList<>();
            Cursor after = Cursor.START;
            while (after != null) {
                Explanation page = explain.answer(AUDITOR, question(metric, null, null, null, null, 7, after), null);
                assertThat(page.postings()).hasSizeLessThanOrEqualTo(7);
                lines.addAll(page.postings());
                String next = page.next();
                after = next == null ? null : Cursor.of(next);
            }
            Explanation whole = explained(metric, null, null, null, null);
            assertThat(lines).hasSize((int) whole.count()).isSortedAccordingTo(
                    (one, other) -> Long.compare(one.position(), other.position()));
            assertThat(lines.stream().mapToLong(Explanation.Line::amount).sum()).isEqualTo(whole.sum());
            assertThat(lines).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPostingNamesItsEventAndRecord() {
        Explanation.Line line = explained(Metric.EVENTS, null, null, null, null).postings().getFirst();
        LedgerEvent event = events.get((int) line.position() - 1);
        assertThat(line.type()).isEqualTo(event.getClass().getSimpleName());
        assertThat(line.recordId()).isEqualTo(event.reference().recordId());
        assertThat(line.occurredOn()).isEqualTo(event.postings().getFirst().occurredOn());
        assertThat(line.recordedAt()).isEqualTo(ledger.now);
    }

    @Test
    void eventsHandedOverTwiceCountOnce() {
        Explanation before = explained(Metric.EVENTS, null, null, null, null);
        takeIn(0, EVENTS);
        assertThat(explained(Metric.EVENTS, null, null, null, null)).isEqualTo(before);
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThat(refusal(AUDITOR, question(Metric.EVENTS, "nowhere", null, null, null, 1, Cursor.START), null).code())
                .isEqualTo("unknown-unit");
        assertThat(refusal(AUDITOR, question(Metric.SUBMITTED, null, "none", null, null, 1, Cursor.START), null).code())
                .isEqualTo("unknown-category");
        assertThat(refusal(AUDITOR, question(Metric.EVENTS, null, null, 0L, null, 1, Cursor.START), null).kind())
                .isEqualTo(Refused.Kind.NOT_FOUND);
        Actor reporter = new Actor("reporter", Role.REPORTER, "FJ", null);
        assertThat(refusal(reporter, question(Metric.EVENTS, "BJ", null, null, null, 1, Cursor.START), null).kind())
                .isEqualTo(Refused.Kind.NOT_FOUND);
    }

    @Test
    void aPositionThatTheRowsHaveNotReachedIsWaitedFor() {
        ledger.write(new TestEvent.Posted("2019", Metric.EVENTS, "FJ", null, 5, LocalDate.of(2019, 6, 1)));
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(Duration.ofMillis(300));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            takeIn(EVENTS, EVENTS + 1);
        });
        Explanation answer = explained(Metric.EVENTS, "FJ", null, EVENTS + 1L, null);
        assertThat(answer.position()).isEqualTo(EVENTS + 1);
        assertThat(answer.postings().getLast().amount()).isEqualTo(5);
        assertThat(refusal(AUDITOR, question(Metric.EVENTS, null, null, null, null, 1, Cursor.START), EVENTS + 2L)
                .code()).isEqualTo("not-fresh-yet");
    }

    @Test
    void everyMetricOfTheDefinitionIsKnown() {
        for (Definition.Target target : Campaign2019.definition().targets()) {
            assertThat(Metric.of(target.metric())).isPresent();
        }
    }
}
