package org.campaignledger.progress.read.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.progress.live.LiveFreshness;
import org.campaignledger.progress.live.LiveProgress;
import org.campaignledger.progress.read.progress.ProgressMaker;
import org.campaignledger.progress.timeline.CampaignState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains figures: the same units, position and dates as the figure, so that the sum is the figure. */
@Component
class Explain {

    private final Freshness freshness;
    private final LiveFreshness liveFreshness;
    private final LiveProgress live;
    private final LedgerStore store;
    private final PostingQuery postings;

    Explain(Freshness freshness, LiveFreshness liveFreshness, LiveProgress live, LedgerStore store,
            PostingQuery postings) {
        this.freshness = freshness;
        this.liveFreshness = liveFreshness;
        this.live = live;
        this.store = store;
        this.postings = postings;
    }

    /** What is asked, as it came to the door. */
    record Question(
            String campaign, Metric metric, @Nullable String unit, @Nullable String category,
            @Nullable Long position, @Nullable Instant at, @Nullable LocalDate on, int limit, Cursor after) {}

    /**
     * The answer.
     *
     * @throws Refused 403 or 404 as {@link WhoMayExplain} says, 404 for a campaign that was not open by then, 422
     *                 {@code unknown-unit}, {@code unknown-category}, 503 {@code not-fresh-yet}
     */
    Explanation answer(Actor actor, Question question, @Nullable Long waitFor) {
        @Nullable
        Long asked = PointInTime.of(question.position(), question.at(), question.on(), store).position();
        @Nullable
        Long needed = asked == null ? waitFor : Long.valueOf(Math.max(asked, waitFor == null ? 0 : waitFor));
        liveFreshness.await(needed); // before, and not within the transaction: nobody waits with a connection in hand
        @Nullable
        Explanation answer = freshness.answerAt(PostingProjection.NAME, needed, reached -> explained(actor, question,
                asked == null ? Math.min(reached, live.position()) : asked)).getBody();
        if (answer == null) {
            throw new IllegalStateException("an explanation without a body");
        }
        return answer;
    }

    private Explanation explained(Actor actor, Question question, long position) {
        CampaignState state = live.campaignAt(question.campaign(), position).orElseThrow(Refused::notFound);
        WhoMayExplain.check(actor, state, question.unit(), question.category());
        ProgressMaker.mustKnow(state, question.unit());
        mustKnowCategory(state, question.category());
        Figure figure = new Figure(question.campaign(), question.metric(), units(state, question.unit()),
                question.category(), position, question.on());
        PostingQuery.Sum sum = postings.sum(figure);
        PostingQuery.Page page = postings.page(figure, question.after(), question.limit());
        Cursor next = page.next();
        return new Explanation(question.campaign(), question.metric().id(), question.unit(), question.category(),
                position, sum.amount(), sum.count(), page.lines(), next == null ? null : next.text());
    }

    private static void mustKnowCategory(CampaignState state, @Nullable String category) {
        if (category != null
                && state.definition().categories().stream().noneMatch(known -> known.id().equals(category))) {
            throw Refused.because(Violation.of("category", "unknown-category", "category", category));
        }
    }

    /** A reporting unit's figure is made of its own postings and those of its sub-units. */
    private static @Nullable List<String> units(CampaignState state, @Nullable String unit) {
        if (unit == null) {
            return null;
        }
        List<String> units = new ArrayList<>(List.of(unit));
        state.subUnits().forEach((subUnit, reporting) -> {
            if (reporting.equals(unit)) {
                units.add(subUnit);
            }
        });
        return units;
    }
}
