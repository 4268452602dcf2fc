package org.campaignledger.judging.events;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * The judging of a category has ended with a ranking, which is kept as attachments. Posts the ranked entries as judged.
 *
 * @param campaign   the campaign
 * @param category   the category
 * @param position   the ranking is that of the ledger at this position
 * @param digest     SHA-256 of the ranking's lines, uncompressed, 64 hexadecimal digits in lower case
 * @param parts      where the lines are, in order
 * @param entries    how many entries it lists
 * @param ranked     how many of them have a rank
 * @param judged     the ranked entries by unit, in the order of the units' codes
 * @param occurredOn the day of closing; in a campaign whose window has ended, the window's last day
 */
public record JudgingClosed(
        String campaign, String category, long position, String digest, List<Part> parts, int entries, int ranked,
        List<UnitCount> judged, LocalDate occurredOn) implements JudgingEvent {

    /**
     * A part of the ranking: an attachment, compressed with gzip.
     *
     * @param sha256  of the attachment, 64 hexadecimal digits in lower case
     * @param entries how many entries' lines are in it
     */
    public record Part(String sha256, int entries) {}

    @Override
    public List<Posting> postings() {
        return postings(judged, 1);
    }

    List<Posting> postings(List<UnitCount> counts, int sign) {
        return counts.stream().map(count -> new Posting(Metric.JUDGED, count.unit(), category,
                sign * count.entries(), occurredOn)).toList();
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, null, category, JudgingEvent.judging(campaign, category), occurredOn);
    }

    @Override
    public List<String> attachments() {
        return parts.stream().map(Part::sha256).toList();
    }
}
