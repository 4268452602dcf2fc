package org.campaignledger.judging.events;

import java.util.List;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/** What happened while a category was judged. */
public sealed interface JudgingEvent extends LedgerEvent
        permits JudgingOpened, JudgesDrawn, JudgesAssigned, JudgeRecused, ScoreGiven, ScoreRevised, ScoringEnded,
        JudgingClosed, JudgingReopened, JudgedEntryLeft, AwardGranted, AwardRevoked {

    /** The campaign. */
    String campaign();

    /** The category. */
    String category();

    /** Id of the judging of a category, such as {@code 2019/video}: the record of which most of it is told. */
    static String judging(String campaign, String category) {
        return campaign + "/" + category;
    }

    @Override
    default List<Posting> postings() {
        return List.of();
    }

    /** Of the category, and of no unit: a reporter sees nothing of it in the trail. */
    @Override
    default Reference reference() {
        return new Reference(campaign(), null, category(), judging(campaign(), category()), null);
    }
}
