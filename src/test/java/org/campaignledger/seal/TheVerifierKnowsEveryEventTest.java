package org.campaignledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.seal.verify.event.Attached;
import org.campaignledger.seal.verify.figure.Fold;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** A type that the verifier does not know would leave figures unchecked: whoever adds one teaches it. */
@AtTheDoor
class TheVerifierKnowsEveryEventTest {

    private final Ledger ledger;

    TheVerifierKnowsEveryEventTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void andNoneThatThereIsNot() {
        assertThat(Fold.known()).containsExactlyInAnyOrderElementsOf(ledger.bean(EventCodec.class).types());
    }

    @Test
    void andWhichOfThemNameAttachments() {
        EventCodec codec = ledger.bean(EventCodec.class);
        assertThat(codec.types().stream().filter(codec::mayNameAttachments))
                .containsExactlyInAnyOrderElementsOf(Attached.types().stream().filter(codec.types()::contains)
                        .toList());
    }
}
