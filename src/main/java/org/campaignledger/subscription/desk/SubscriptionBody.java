package org.campaignledger.subscription.desk;

import java.time.DayOfWeek;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to subscribe.
 *
 * @param kind     what to be told of
 * @param channel  how
 * @param address  a URL, or a mail address
 * @param language of mails, {@code zh} or {@code en}; Chinese if absent
 */
record SubscriptionBody(
        @Nullable Kind kind, @Nullable Channel channel, @Nullable String address, @Nullable String language,
        @Nullable String unit, @Nullable String metric, @Nullable Long percent, @Nullable DayOfWeek weekday,
        @Nullable Long hour, @Nullable Long hours, @Nullable Long positions,
        @Nullable Long seconds) implements CommandBody {

    Terms terms() {
        return new Terms(unit, metric, percent, weekday, hour, hours, positions, seconds);
    }
}
