package org.campaignledger.judging.events;

import java.util.List;
import java.util.Optional;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * The closing of a judging is reversed: its ranking counts no more, and scores are taken again. Posts the negative of what
 * the closing still counts for.
 *
 * @param before     the closing
 * @param judged     what it still counted for, by unit: without the entries that have left since
 * @param correction the correction by which it was reversed
 */
public record JudgingReopened(
        JudgingClosed before, List<UnitCount> judged, CorrectionMark correction) implements JudgingEvent {

    @Override
    public String campaign() {
        return before.campaign();
    }

    @Override
    public String category() {
        return before.category();
    }

    @Override
    public List<Posting> postings() {
        return before.postings(judged, -1);
    }

    @Override
    public Reference reference() {
        return before.reference();
    }

    @Override
    public Optional<CorrectionMark> corrects() {
        return Optional.of(correction);
    }
}
