package org.campaignledger.judging.write;

import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an entry's jury. */
public sealed interface PanelCommand {

    /** Id of the jury. */
    String panel();

    /** The entry. */
    String entry();

    /** A judge is to join it. */
    record AssignJudge(@TargetAggregateIdentifier String panel, String entry, String judge) implements PanelCommand {}

    /**
     * Who gives the command recuses.
     *
     * @param words why, where something was said
     */
    record Recuse(@TargetAggregateIdentifier String panel, String entry,
            @Nullable Words words) implements PanelCommand {}

    /**
     * Who gives the command scores the entry.
     *
     * @param points by criterion
     * @param words  the comment, where there is one
     */
    record GiveScore(@TargetAggregateIdentifier String panel, String entry, Map<String, Integer> points,
            @Nullable Words words) implements PanelCommand {}

    /**
     * A judge's words, encrypted at the door already: a command may travel and be logged.
     *
     * @param subject    under which the key is kept
     * @param sealed     base64
     * @param wrappedKey a new key under the master key, base64; absent where the key is there already
     */
    record Words(String subject, String sealed, @Nullable String wrappedKey) {}
}
