package org.campaignledger.subscription.watch;

import java.time.Duration;
import java.time.Instant;
import org.campaignledger.subscription.Subscriptions;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Ledger;

/** A look as it will be when some time has passed. */
public final class ALookAhead {

    private ALookAhead() {}

    /** In a week. */
    public static void byAWeek(Ledger ledger, Answer subscription) {
        ledger.bean(Watching.class).look(Subscriptions.kept(ledger, subscription), Instant.now().plus(Duration.ofDays(
                7)));
    }
}
