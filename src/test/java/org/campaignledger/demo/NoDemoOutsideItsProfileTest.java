package org.campaignledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Accounts are shown to everybody in the demo, and nowhere else. */
@AtTheDoor
class NoDemoOutsideItsProfileTest {

    private final Ledger ledger;

    NoDemoOutsideItsProfileTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void theSignInPageShowsNoAccounts() {
        Answer page = ledger.asNobody().gets("/login");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("password").doesNotContain("demo-fj",
                Ledger.password());
    }

    @Test
    void nothingOfTheDemoIsThere() {
        assertThat(ledger.all(DemoBulletin.class)).isEmpty();
        assertThat(ledger.all(DemoClock.class)).isEmpty();
        assertThat(ledger.asAdmin().gets("/api/v1/operations/projections").isShown().text()).doesNotContain(
                DemoBulletin.NAME);
    }
}
