package org.campaignledger.simulation;

import org.campaignledger.testing.Ledger;

/** The sub-units whose reporters take part; an account's scope must be known in some campaign. */
final class Parts {

    private Parts() {}

    static Ledger areKnownTo(Ledger ledger) {
        for (String part : new String[]{"FJ-S1", "FJ-S2"}) {
            if (ledger.asAdmin().opensSubUnit("FJ", part, "某市").status() == 201) {
                ledger.as(part.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return ledger;
    }
}
