package org.campaignledger.privacy.write;

import static org.campaignledger.testing.Rules.refusedWith;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.privacy.events.PersonalDataErased;
import org.campaignledger.privacy.events.PersonalDataRevealed;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done with a person's data is recorded, as often as somebody looks and until somebody erases. */
class PersonAggregateTest {

    private static final Actor AUDITOR = new Actor("auditor", Role.AUDITOR, null, null);
    private static final Place PLACE = new Place("2019", "FJ", null, "record");
    private static final PersonalDataErased ERASED = new PersonalDataErased("p", "2019", "FJ", null, "record", "why");
    private static final PersonalDataRevealed REVEALED = new PersonalDataRevealed("p", "2019", "FJ", null, "record",
            "why");
    private static final PrivacyCommand ERASE = new PrivacyCommand.ErasePersonalData("p", PLACE, "why");
    private static final PrivacyCommand REVEAL = new PrivacyCommand.RevealPersonalData("p", PLACE, "why");

    private AggregateTestFixture<PersonAggregate> fixture;

    @BeforeEach
    void fixture() {
        fixture = new AggregateTestFixture<>(PersonAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(Rules.recording(), Rules.TODAY));
    }

    @Test
    void anAdminErases() {
        fixture.givenNoPriorActivity().when(ERASE, ActorMetadata.write(Rules.ADMIN)).expectEvents(ERASED);
        fixture.given(REVEALED).when(ERASE, ActorMetadata.write(Rules.ADMIN)).expectEvents(ERASED);
    }

    @Test
    void anAdminOrAuditorReveals() {
        fixture.givenNoPriorActivity().when(REVEAL, ActorMetadata.write(AUDITOR)).expectEvents(REVEALED);
        fixture.given(REVEALED, REVEALED).when(REVEAL, ActorMetadata.write(Rules.ADMIN)).expectEvents(REVEALED);
    }

    @Test
    void nobodyElseDoes() {
        fixture.givenNoPriorActivity().when(ERASE, ActorMetadata.write(AUDITOR)).expectException(refusedWith(
                "wrong-role")).expectNoEvents();
        fixture.givenNoPriorActivity().when(REVEAL, ActorMetadata.write(Rules.FUJIAN)).expectException(refusedWith(
                "wrong-role")).expectNoEvents();
        fixture.givenNoPriorActivity().when(REVEAL, ActorMetadata.write(Actor.SYSTEM)).expectException(refusedWith(
                "wrong-role")).expectNoEvents();
    }

    @Test
    void whoIsErasedIsErased() {
        fixture.given(ERASED).when(ERASE, ActorMetadata.write(Rules.ADMIN)).expectException(refusedWith(
                "already-erased")).expectNoEvents();
        fixture.given(REVEALED, ERASED).when(REVEAL, ActorMetadata.write(AUDITOR)).expectException(refusedWith(
                "personal-data-erased")).expectNoEvents();
    }
}
