package org.campaignledger.judging.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.AwardRevoked;
import org.campaignledger.judging.events.JudgeRecused;
import org.campaignledger.judging.events.JudgedEntryLeft;
import org.campaignledger.judging.events.JudgesAssigned;
import org.campaignledger.judging.events.JudgesDrawn;
import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.JudgingOpened;
import org.campaignledger.judging.events.JudgingReopened;
import org.campaignledger.judging.events.ScoreGiven;
import org.campaignledger.judging.events.ScoreRevised;
import org.campaignledger.judging.events.ScoringEnded;
import org.campaignledger.judging.events.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the events of a judging one after the other. What a {@link Judging} holds is copied once, however many events
 * follow: a category may have a hundred thousand awards.
 */
public final class JudgingFold {

    private final Map<String, AwardGranted> awards;
    private final Map<String, String> left;
    private Judging.Stage stage;
    private @Nullable Terms terms;
    private long endedAt;
    private Judging.@Nullable Closing closing;

    /** Goes on from what a judging has come to. */
    public JudgingFold(Judging from) {
        this.awards = new LinkedHashMap<>(from.awards());
        this.left = new LinkedHashMap<>(from.left());
        this.stage = from.stage();
        this.terms = from.terms();
        this.endedAt = from.endedAt();
        this.closing = from.closing();
    }

    /** Takes in one more event, recorded at a position. */
    public void take(JudgingEvent event, long position) {
        switch (event) {
            case JudgingOpened opened -> {
                terms = opened.terms();
                becomes(Judging.Stage.OPEN, 0, null);
            }
            case ScoringEnded ended -> becomes(Judging.Stage.ENDED, position, null);
            case JudgingClosed closed ->
                becomes(Judging.Stage.CLOSED, endedAt, new Judging.Closing(closed, position));
            case JudgingReopened reopened -> becomes(Judging.Stage.OPEN, 0, null);
            case AwardGranted granted -> awards.put(granted.entry(), granted);
            case AwardRevoked revoked -> awards.remove(revoked.award().entry());
            case JudgedEntryLeft gone -> left.put(gone.entry(), gone.unit());
            case JudgesDrawn drawn -> {
                // Says who judges, not how far the judging has come; nor do the others.
            }
            case JudgesAssigned assigned -> {
            }
            case JudgeRecused recused -> {
            }
            case ScoreGiven given -> {
            }
            case ScoreRevised revised -> {
            }
        }
    }

    private void becomes(Judging.Stage next, long scoringEndedAt, Judging.@Nullable Closing standing) {
        stage = next;
        endedAt = scoringEndedAt;
        closing = standing;
        awards.clear();
        left.clear();
    }

    /** What the judging has come to; this takes in nothing afterwards. */
    public Judging judging() {
        return new Judging(stage, terms, endedAt, closing, Collections.unmodifiableMap(awards),
                Collections.unmodifiableMap(left));
    }
}
