package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** The page of components is for those who work on the pages: where it is not switched on, there is none. */
@AtTheDoor
class StyleguideTest {

    private final Ledger ledger;

    StyleguideTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void thereIsNoneUnlessItIsSwitchedOn() {
        assertThat(ledger.asNobody().gets("/styleguide").status()).isEqualTo(404);
        assertThat(ledger.asAdmin().gets("/styleguide").status()).isEqualTo(404);
    }
}
