package org.campaignledger.subscription.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignledger.subscription.store.DeliveryTable;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is answered.
 *
 * @param id        its id
 * @param campaign  of which campaign
 * @param account   whose
 * @param kind      what it tells of
 * @param channel   how
 * @param address   where: whole for its holder; for others the host of a webhook, and a mail address hidden but for its
 *                  first letter and its domain. Absent once it has ended
 * @param language  of mails, {@code zh-CN} or {@code en}
 * @param terms     on what terms
 * @param state     {@code UNCONFIRMED}, {@code ACTIVE} or {@code CANCELLED}
 * @param rests     code of why nothing is sent at the moment; absent where all is well
 * @param createdAt when it was made
 * @param endedAt   when it ended
 * @param waiting   deliveries that are to be sent
 * @param dead      that were given up
 * @param sent      that were taken
 * @param lastSentAt when the last one was taken
 * @param changes   who changed what, oldest first; only where one is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscriptionView(
        String id, String campaign, String account, String kind, String channel, @Nullable String address,
        String language, Map<String, Object> terms, String state, @Nullable String rests, Instant createdAt,
        @Nullable Instant endedAt, long waiting, long dead, long sent, @Nullable Instant lastSentAt,
        @Nullable List<SubscriptionTable.Change> changes) {

    static SubscriptionView of(Subscription of, @Nullable String address, @Nullable String rests,
            DeliveryTable.Tally tally, @Nullable List<SubscriptionTable.Change> changes) {
        return new SubscriptionView(of.id(), of.campaign(), of.account(), of.kind().name(), of.channel().name(),
                address, of.language().tag(), of.terms().given(), of.state().name(), rests, of.createdAt(),
                of.endedAt(), tally.waiting(), tally.dead(), tally.sent(), tally.last(), changes);
    }
}
