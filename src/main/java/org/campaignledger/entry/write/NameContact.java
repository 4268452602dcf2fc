package org.campaignledger.entry.write;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Someone is to be named who answers questions about a category. Encrypted at the door already: a command may travel and
 * be logged.
 *
 * @param wrappedKey the person's own key under the master key, base64
 */
record NameContact(
        @TargetAggregateIdentifier String id, String campaign, String category, String host, String subject,
        String person, String wrappedKey, boolean shown) {}
