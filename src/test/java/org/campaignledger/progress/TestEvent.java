package org.campaignledger.progress;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/** Events that slices to come will have: they post to funnels, post negatives, or nothing, or can't be read yet. */
public sealed interface TestEvent extends LedgerEvent {

    /** The campaign. */
    String campaign();

    /** Posts once, to anything. */
    record Posted(
            String campaign, Metric metric, String unit, @Nullable String category, long amount,
            LocalDate occurredOn) implements TestEvent {

        @Override
        public List<Posting> postings() {
            return List.of(new Posting(metric, unit, category, amount, occurredOn));
        }

        @Override
        public Reference reference() {
            return new Reference(campaign, unit, category, "record", occurredOn);
        }
    }

    /** Something that no figure knows of. */
    record Noted(String campaign) implements TestEvent {

        @Override
        public List<Posting> postings() {
            return List.of();
        }

        @Override
        public Reference reference() {
            return Reference.ofCampaign(campaign);
        }
    }

    /** Posts once, unless this version of the product fails on it. */
    record Difficult(String campaign, String unit, LocalDate occurredOn) implements TestEvent {

        /** Whether this version fails. */
        public static volatile boolean fails;

        @Override
        public List<Posting> postings() {
            if (fails) {
                throw new IllegalStateException("too difficult for this version");
            }
            return List.of(Posting.of(Metric.EVENTS, unit, 1, occurredOn));
        }

        @Override
        public Reference reference() {
            return new Reference(campaign, unit, null, "difficult", occurredOn);
        }
    }
}
