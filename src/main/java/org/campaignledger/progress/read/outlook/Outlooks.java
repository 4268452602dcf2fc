package org.campaignledger.progress.read.outlook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.campaignledger.campaign.events.QuotaEvent;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.platform.correction.FigureChange;
import org.campaignledger.platform.correction.FiguresAfter;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.live.LiveFreshness;
import org.campaignledger.progress.live.LiveProgress;
import org.campaignledger.progress.read.progress.Moment;
import org.campaignledger.progress.read.progress.Progress;
import org.campaignledger.progress.read.progress.ProgressMaker;
import org.campaignledger.progress.timeline.CampaignState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The published figures before and after events that are not written, told from a copy of the balance. */
@Component
class Outlooks implements FiguresAfter {

    private final LiveProgress live;
    private final LedgerClock clock;
    private final LiveFreshness freshness;

    Outlooks(LiveProgress live, LedgerClock clock, LiveFreshness freshness) {
        this.live = live;
        this.clock = clock;
        this.freshness = freshness;
    }

    private record Now(CampaignState state, byte[] balance, Moment moment) {}

    @Override
    public Outlook after(String campaign, List<LedgerEvent> events) {
        // What is to be changed was perhaps written a moment ago: without it, the figures before would be wrong.
        freshness.awaitAll();
        Now now = live.read(campaign, known -> new Now(known.state(), known.balance().toBytes(),
                new Moment(known.position(), known.recordedAt(), today(known.state()), null)))
                .orElseThrow(live::unknown);
        Balance before = Balance.of(now.balance());
        Balance after = Balance.of(now.balance());
        CampaignState state = now.state();
        for (LedgerEvent event : events) {
            event.postings().forEach(after::add);
            state = event instanceof QuotaEvent revised ? state.after(revised) : state;
        }
        List<FigureChange> changes = new ArrayList<>();
        compare(ProgressMaker.make(now.state(), before, now.moment(), null),
                ProgressMaker.make(state, after, now.moment(), null), changes);
        for (String part : subUnits(now.state(), events)) {
            compareUnits(ProgressMaker.make(now.state(), before, now.moment(), part),
                    ProgressMaker.make(state, after, now.moment(), part), changes);
        }
        return new Outlook(now.moment().position(), changes);
    }

    private LocalDate today(CampaignState state) {
        return clock.now().atZone(state.zone()).toLocalDate();
    }

    /** The sub-units that are posted to: a list of all reporting units does not show them. */
    private static Set<String> subUnits(CampaignState state, List<LedgerEvent> events) {
        Set<String> parts = new LinkedHashSet<>();
        events.stream().flatMap(event -> event.postings().stream()).map(Posting::unit)
                .filter(unit -> !state.isReportingUnit(unit) && state.subUnits().containsKey(unit))
                .forEach(parts::add);
        return parts;
    }

    private static void compare(Progress before, Progress after, List<FigureChange> changes) {
        for (int i = 0; i < before.targets().size(); i++) {
            add(before.targets().get(i).metric(), null, line(before.targets().get(i)), line(after.targets().get(i)),
                    changes);
        }
        compareUnits(before, after, changes);
        for (int i = 0; i < before.categories().size(); i++) {
            compareFunnels(before.categories().get(i), after.categories().get(i), changes);
        }
    }

    private static void compareFunnels(Progress.Category before, Progress.Category after, List<FigureChange> changes) {
        add(Metric.SUBMITTED, before, before.submitted(), after.submitted(), changes);
        add(Metric.ACCEPTED, before, before.accepted(), after.accepted(), changes);
        add(Metric.RECOMMENDED, before, before.recommended(), after.recommended(), changes);
        add(Metric.JUDGED, before, before.judged(), after.judged(), changes);
        add(Metric.AWARDED, before, before.awarded(), after.awarded(), changes);
    }

    private static void add(Metric metric, Progress.Category of, long before, long after, List<FigureChange> changes) {
        if (before != after) {
            changes.add(new FigureChange(metric.id(), null, of.category(), actual(before), actual(after)));
        }
    }

    private static FigureChange.Line actual(long figure) {
        return new FigureChange.Line(null, figure, null, null, null, null);
    }

    private static void compareUnits(Progress before, Progress after, List<FigureChange> changes) {
        for (int i = 0; i < before.units().size(); i++) {
            Progress.Unit was = before.units().get(i);
            Progress.Unit is = after.units().get(i);
            was.metrics().forEach((metric, figure) -> add(metric, was.unit(), line(figure),
                    line(Objects.requireNonNull(is.metrics().get(metric))), changes));
        }
    }

    private static void add(String metric, @Nullable String unit, FigureChange.Line before, FigureChange.Line after,
            List<FigureChange> changes) {
        if (!before.equals(after)) {
            changes.add(new FigureChange(metric, unit, null, before, after));
        }
    }

    private static FigureChange.Line line(Progress.Target target) {
        return new FigureChange.Line(target.target(), target.actual(), target.ratio(), target.planned(),
                target.pace(), target.forecast());
    }

    private static FigureChange.Line line(Progress.Figure figure) {
        return new FigureChange.Line(figure.target(), figure.actual(), null, null, null, null);
    }
}
