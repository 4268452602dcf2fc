package org.campaignledger.platform.correction;

import java.util.List;
import java.util.Map;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Something is to be corrected once a second pair of eyes has seen it. Checked at the door; personal data in it are
 * encrypted, for a command may travel.
 *
 * @param id         the correction
 * @param campaign   its campaign; absent for accounts
 * @param kind       what it is about: see {@link Correctable#kind}
 * @param action     what is asked for
 * @param recordIds  the records (or target, account …), one at least, each once
 * @param changes    sealed, see {@link Correctable#sealed}; empty where nothing is amended
 * @param into       the record that survives a merger
 * @param reasonCode one of the closed list
 * @param reason     in words
 * @param secret     what stands in no event, such as the hash of a password
 */
public record RequestCorrection(
        @TargetAggregateIdentifier String id, @Nullable String campaign, String kind, CorrectionAction action,
        List<String> recordIds, Map<String, Object> changes, @Nullable String into, String reasonCode, String reason,
        @Nullable String secret) {

    /** Never shows the secret, wherever it may be printed. */
    @Override
    public String toString() {
        return "RequestCorrection[" + id + " " + action + " " + kind + " " + recordIds.size() + "]";
    }
}
