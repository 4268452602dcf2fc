package org.campaignledger.privacy.write;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a person's data. Holds none of them: a command may travel and be logged. */
public sealed interface PrivacyCommand {

    /** The person. */
    String subject();

    /** Id of the person's aggregate. */
    @TargetAggregateIdentifier
    default String aggregateId() {
        return aggregateId(subject());
    }

    /** Id of the aggregate of this person. */
    static String aggregateId(String subject) {
        return "person:" + subject;
    }

    /** Destroys the person's key. */
    record ErasePersonalData(String subject, Place place, String reason) implements PrivacyCommand {}

    /** Records that someone looks. */
    record RevealPersonalData(String subject, Place place, String reason) implements PrivacyCommand {}
}
