package org.campaignledger.simulation;

import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;

/** Two who may both decide on what reporters ask for: the one of the first start, and one made with four eyes. */
final class Checkers {

    static final String SECOND = "second-checker";
    private static final String PASSWORD = "second-pair-of-eyes-2019";

    private Checkers() {}

    static Ledger areTwoIn(Ledger ledger) {
        if (ledger.asWhoeverIs(SECOND, PASSWORD).gets("/api/v1/accounts").status() == 401) {
            ledger.as("checker").approves(ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username",
                    SECOND).with("password", PASSWORD).with("role", "ADMIN"))).isDone();
        }
        return ledger;
    }

    static Desk deskOf(String account, Ledger ledger) {
        return account.equals(SECOND) ? ledger.asWhoeverIs(SECOND, PASSWORD) : ledger.as(account);
    }
}
