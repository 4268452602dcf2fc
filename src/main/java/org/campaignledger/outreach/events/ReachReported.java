package org.campaignledger.outreach.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * How many worker netizens a unit reached through one channel in a period.
 *
 * @param id        the record
 * @param campaign  the campaign
 * @param unit      the unit or sub-unit
 * @param channel   the channel
 * @param from      first day of the period
 * @param to        last day, included; the business date of the report
 * @param direct    reached directly
 * @param secondary reached by onward sharing
 * @param evidence  where it can be seen, where given
 */
public record ReachReported(
        String id, String campaign, String unit, Channel channel, LocalDate from, LocalDate to, long direct,
        long secondary, @Nullable String evidence) implements OutreachEvent, Recorded {

    /** The channels of publicity: a list in the product (rule 10). */
    public enum Channel {
        /** Offline publicity. */
        OFFLINE,
        /** Web sites. */
        WEB,
        /** WeChat. */
        WECHAT,
        /** Weibo. */
        WEIBO,
        /** Apps. */
        APP,
        /** Short-video platforms. */
        SHORT_VIDEO,
        /** Radio and television. */
        BROADCAST,
        /** Print. */
        PRINT,
        /** Any other. */
        OTHER
    }

    @Override
    public List<Posting> postings() {
        return List.of(
                Posting.of(Metric.DIRECT_REACH, unit, direct, to),
                Posting.of(Metric.SECONDARY_REACH, unit, secondary, to));
    }

    @Override
    public Reference reference() {
        return Reference.ofRecord(campaign, unit, id, to);
    }

    /** Rule 10: no two reports of a unit and channel share a day, so each day of the period is a claim of its own. */
    @Override
    public List<Claim> claims() {
        return from.datesUntil(to.plusDays(1))
                .map(day -> new Claim("period", String.join("/", campaign, unit, channel.name(), day.toString())))
                .toList();
    }
}
