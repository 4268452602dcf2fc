package org.campaignledger.entry.events;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An entry as its events have made it: what an event that takes it back, or changes it, says that it was.
 *
 * @param id             the entry
 * @param campaign       the campaign
 * @param category       the category
 * @param unit           the unit or sub-unit for which it was submitted
 * @param state          how far it has come
 * @param content        what was submitted
 * @param receipt        HMAC of the receipt code of a work that was submitted without an account
 * @param submittedOn    the day of its submission
 * @param acceptedOn     the day on which a host found it eligible
 * @param recommendedOn  the day on which its unit recommended it
 * @param recommendation the place among its unit's recommendations that it takes, where these are limited
 */
public record Entry(
        String id, String campaign, String category, String unit, State state, Content content,
        @Nullable String receipt, LocalDate submittedOn, @Nullable LocalDate acceptedOn,
        @Nullable LocalDate recommendedOn, @Nullable Place recommendation) implements Recorded {

    /** How far an entry has come. */
    public enum State {

        /** Submitted; not yet checked. */
        SUBMITTED,
        /** A host found it eligible. */
        ACCEPTED,
        /** Its unit recommended it. */
        RECOMMENDED,
        /** A host found it not eligible. */
        REJECTED,
        /** Its submitter took it back. */
        WITHDRAWN,
        /** It was found to break the rules after it had been accepted. */
        DISQUALIFIED,
        /** It was reversed, or merged into another, by a correction. */
        REVERSED;

        /** Whether it still takes part. */
        public boolean takesPart() {
            return this == SUBMITTED || this == ACCEPTED || this == RECOMMENDED;
        }
    }

    /**
     * One of the places that a unit has for its recommendations in a category (rule 13).
     *
     * @param unit   the reporting unit, whose sub-units share its places
     * @param number from 1 up to the category's limit
     */
    public record Place(String unit, int number) {

        /** The natural key that whoever takes it holds. */
        public Claim claim(String campaign, String category) {
            return Claim.ofPlace("recommendation", String.join("/", campaign, category, unit,
                    Integer.toString(number)));
        }
    }

    /** The figures in which it counts: cumulative, so that an accepted entry still counts as submitted (rule 13). */
    @Override
    public List<Posting> postings() {
        if (!state.takesPart()) {
            return List.of();
        }
        List<Posting> postings = new ArrayList<>(3);
        postings.add(new Posting(Metric.SUBMITTED, unit, category, 1, submittedOn));
        if (acceptedOn != null) {
            postings.add(new Posting(Metric.ACCEPTED, unit, category, 1, acceptedOn));
        }
        if (recommendedOn != null) {
            postings.add(new Posting(Metric.RECOMMENDED, unit, category, 1, recommendedOn));
        }
        return postings;
    }

    /** What takes it out of all figures on a day: until then it did take part. */
    List<Posting> leaving(LocalDate day) {
        return postings().stream()
                .map(posting -> new Posting(posting.metric(), unit, category, -posting.amount(), day)).toList();
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, id, submittedOn);
    }

    /** What concerns it and was done on a day. */
    Reference reference(LocalDate day) {
        return new Reference(campaign, unit, category, id, day);
    }

    /** Its bytes and its number on the platform, and its place among the recommendations. */
    @Override
    public List<Claim> claims() {
        List<Claim> claims = new ArrayList<>(content.claims(campaign, category));
        if (recommendation != null) {
            claims.add(recommendation.claim(campaign, category));
        }
        if (receipt != null) {
            claims.add(EntrySubmitted.receiptClaim(receipt));
        }
        return claims;
    }

    /** What it gives back when it takes part no more: all but the receipt code, by which its fate is followed. */
    List<Claim> given() {
        return claims().stream().filter(claim -> !claim.kind().equals(EntrySubmitted.RECEIPT)).toList();
    }

    @Override
    public List<PersonalData> persons() {
        return content.persons();
    }
}
