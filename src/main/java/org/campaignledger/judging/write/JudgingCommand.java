package org.campaignledger.judging.write;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.judging.events.Terms;

import org.jspecify.annotations.Nullable;

/** What can be asked of the judging of a category. */
public sealed interface JudgingCommand {

    /** Id of the judging. */
    String judging();

    /** The campaign. */
    String campaign();

    /** The category. */
    String category();

    /** Scores are to be given by these terms. */
    record OpenJudging(@TargetAggregateIdentifier String judging, String campaign, String category,
            Terms terms) implements JudgingCommand {}

    /** No more scores are to be taken. */
    record EndScoring(@TargetAggregateIdentifier String judging, String campaign,
            String category) implements JudgingCommand {}

    /** The ranking is to be made of the scores that stand still. */
    record CloseJudging(@TargetAggregateIdentifier String judging, String campaign,
            String category) implements JudgingCommand {}

    /**
     * Judges are to be drawn for entries that have fewer than so many.
     *
     * @param id     of the draw
     * @param judges accounts to draw from; absent: all judges
     */
    record DrawJudges(@TargetAggregateIdentifier String judging, String campaign, String category, String id,
            @Nullable List<String> judges, int perEntry, long seed) implements JudgingCommand {}

    /** An entry is to be awarded. */
    record GrantAward(@TargetAggregateIdentifier String judging, String campaign, String category, String id,
            String entry, String level) implements JudgingCommand {}

    /** An award is to be taken back. */
    record RevokeAward(@TargetAggregateIdentifier String judging, String campaign, String category, String id,
            String entry, String reason) implements JudgingCommand {}
}
