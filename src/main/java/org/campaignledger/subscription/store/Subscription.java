package org.campaignledger.subscription.store;

import java.time.Instant;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is kept.
 *
 * @param id        its id; also the subject under which its address is sealed
 * @param campaign  of which campaign
 * @param account   whose it is, and with whose rights it looks
 * @param kind      what it tells of
 * @param channel   how
 * @param language  of its mails
 * @param terms     on what terms
 * @param state     where it stands
 * @param sealed    address and secrets, sealed; absent once it has ended
 * @param createdAt when it was made
 * @param endedAt   when it was ended
 */
public record Subscription(
        String id, String campaign, String account, Kind kind, Channel channel, Language language, Terms terms,
        State state, @Nullable String sealed, Instant createdAt, @Nullable Instant endedAt) {

    /** Where a subscription stands. */
    public enum State {
        /** Its mail address has not been confirmed. */
        UNCONFIRMED,
        /** It tells. */
        ACTIVE,
        /** It has ended for good; address and secrets are destroyed. */
        CANCELLED
    }
}
