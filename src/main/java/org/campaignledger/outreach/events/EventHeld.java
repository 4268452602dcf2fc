package org.campaignledger.outreach.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise was visited, or an offline event was held.
 *
 * @param id           the record
 * @param campaign     the campaign
 * @param unit         the unit or sub-unit that held it
 * @param kind         which of the two
 * @param title        its title, in normal form
 * @param place        where; always there for an offline event
 * @param enterprise   the enterprise visited; always there for a visit
 * @param contacts     workers met face to face
 * @param occurredOn   the day
 * @param distinctFrom the earlier record that looks the same and is another event, where the reporter said so
 */
public record EventHeld(
        String id, String campaign, String unit, Kind kind, String title, @Nullable String place,
        @Nullable String enterprise, long contacts, LocalDate occurredOn,
        @Nullable String distinctFrom) implements OutreachEvent, Recorded {

    /** The two forms in which workers are met. */
    public enum Kind {
        /** Going to an enterprise. */
        ENTERPRISE_VISIT,
        /** An event at a place. */
        OFFLINE_EVENT
    }

    @Override
    public List<Posting> postings() {
        return List.of(
                Posting.of(Metric.EVENTS, unit, 1, occurredOn),
                Posting.of(Metric.CONTACTS, unit, contacts, occurredOn));
    }

    @Override
    public Reference reference() {
        return Reference.ofRecord(campaign, unit, id, occurredOn);
    }

    /** The key under which events that look the same meet (rule 7). */
    public String likeness() {
        String where = kind == Kind.ENTERPRISE_VISIT ? enterprise : place;
        return String.join("/", campaign, unit, kind.name(), occurredOn.toString(), NormalForm.nameKey(title),
                NormalForm.nameKey(where == null ? "" : where));
    }

    /** Rule 7: the same event once, unless it is said to be distinct from a named earlier one. */
    @Override
    public List<Claim> claims() {
        return List.of(new Claim("title", distinctFrom == null ? likeness() : likeness() + "/not/" + distinctFrom));
    }
}
