package org.campaignledger.entry.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A work was submitted to a category.
 *
 * @param id         the entry
 * @param campaign   the campaign
 * @param category   the category
 * @param unit       the unit or sub-unit for which it is submitted
 * @param via        by whom it was brought in
 * @param content    what was submitted
 * @param receipt    HMAC of the receipt code of a work that was submitted without an account
 * @param occurredOn the day of submission; in a campaign whose window has ended, the window's last day
 */
public record EntrySubmitted(
        String id, String campaign, String category, String unit, Via via, Content content,
        @Nullable String receipt, LocalDate occurredOn) implements EntryEvent {

    static final String RECEIPT = "receipt";

    /** Who brought a work in. */
    public enum Via {
        /** The reporter of its unit. */
        REPORTER,
        /** A host of the category, from its platform. */
        HOST,
        /** Its submitter, without an account. */
        SELF_SERVICE
    }

    @Override
    public List<Posting> postings() {
        return List.of(new Posting(Metric.SUBMITTED, unit, category, 1, occurredOn));
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, id, occurredOn);
    }

    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(content.claims(campaign, category));
        if (receipt != null) {
            claims.add(receiptClaim(receipt));
        }
        return claims;
    }

    /** The natural key under which the entry of a receipt code is found. */
    public static Claim receiptClaim(String receipt) {
        return new Claim(RECEIPT, receipt);
    }

    @Override
    public List<PersonalData> persons() {
        return content.persons();
    }
}
