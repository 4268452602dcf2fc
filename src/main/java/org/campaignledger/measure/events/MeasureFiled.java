package org.campaignledger.measure.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A unit or the host of a category did something for a requirement of the notice.
 *
 * @param id          the record
 * @param campaign    the campaign
 * @param unit        the unit or sub-unit that did it; absent where a host did
 * @param category    the category whose host did it; absent where a unit did
 * @param requirement id of the requirement, as the campaign's definition names it
 * @param title       what was done
 * @param on          the day on which it was done
 * @param jointWith   with whom, in words: mostly bodies outside the ledger, such as a cyberspace office
 * @param document    SHA-256 of the document that shows it, 64 lower-case hexadecimal digits
 */
public record MeasureFiled(
        String id, String campaign, @Nullable String unit, @Nullable String category, String requirement, String title,
        LocalDate on, @Nullable String jointWith, @Nullable String document) implements MeasureEvent, Recorded {

    /** Measures are told of, not counted. */
    @Override
    public List<Posting> postings() {
        return List.of();
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, id, on);
    }
}
