package org.campaignledger.propagandist.write.recruitpropagandist;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * A person is to be recorded as a propagandist. Encrypted at the door already: a command may travel and be logged.
 *
 * @param wrappedKey the person's own key under the master key, base64
 */
public record RecruitPropagandist(
        @TargetAggregateIdentifier String id, String campaign, String unit, String subject, String person,
        String wrappedKey, @Nullable String idKey, @Nullable String phoneKey, @Nullable String employer,
        LocalDate occurredOn) {}
