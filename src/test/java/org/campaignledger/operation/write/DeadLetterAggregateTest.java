package org.campaignledger.operation.write;

import static org.campaignledger.testing.Rules.refusedWith;

import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.campaignledger.kernel.Actor;
import org.campaignledger.operation.events.DeadLetterDiscarded;
import org.campaignledger.platform.messaging.ActorMetadata;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Giving up on a letter, as Axon drives its shell: by an ADMIN, and once. */
class DeadLetterAggregateTest {

    private static final DeadLetterDiscarded DISCARDED = new DeadLetterDiscarded("7", "mobilizations", 12,
            "could not be taken in", "名称有误");
    private static final DiscardDeadLetter DISCARD = new DiscardDeadLetter("dead-letter:7", 7, DISCARDED);

    private FixtureConfiguration<DeadLetterAggregate> fixture;

    @BeforeEach
    void aClockThatStands() {
        fixture = new AggregateTestFixture<>(DeadLetterAggregate.class);
        fixture.registerInjectableResource(Rules.deciding(Rules.recording(), Rules.TODAY));
    }

    private static Map<String, String> by(Actor actor) {
        return ActorMetadata.write(actor);
    }

    @Test
    void byAnAdminItIsRecorded() {
        fixture.givenNoPriorActivity().when(DISCARD, by(Rules.ADMIN)).expectEvents(DISCARDED);
    }

    @Test
    void byNobodyElse() {
        fixture.givenNoPriorActivity().when(DISCARD, by(Rules.FUJIAN)).expectException(refusedWith("wrong-role"))
                .expectNoEvents();
        fixture.givenNoPriorActivity().when(DISCARD).expectException(refusedWith("wrong-role")).expectNoEvents();
    }

    /** Its place is taken in the ledger; the door says so before, since the letter is gone. */
    @Test
    void aSecondTimeItIsRefused() {
        fixture.given(DISCARDED).when(DISCARD, by(Rules.ADMIN)).expectException(EventStoreException.class)
                .expectNoEvents();
    }
}
