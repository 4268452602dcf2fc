package org.campaignledger.platform.eventstore;

import java.util.List;
import org.campaignledger.kernel.Claim;

/**
 * A ledger event out of an archive, on its way back into an empty ledger.
 *
 * @param event    exactly as it was stored, position and instant included
 * @param claims   natural keys that it takes
 * @param freed    natural keys that it gives back, before it takes any
 * @param recordId the record that holds the claims
 * @param unit     the unit or sub-unit of that record, empty where it is of none
 * @param recordAt position at which that record was recorded
 */
public record KeptEvent(
        RecordedEvent event, List<Claim> claims, List<Claim> freed, String recordId, String unit, long recordAt) {

    /** An event that records something, and so gives nothing back. */
    public KeptEvent(RecordedEvent event, List<Claim> claims, String recordId, String unit) {
        this(event, claims, List.of(), recordId, unit, event.position());
    }
}
