package org.campaignledger.platform.eventstore;

import java.util.List;
import org.campaignledger.kernel.Claim;

/**
 * A ledger event out of an archive, on its way back into an empty ledger.
 *
 * @param event    exactly as it was stored, position and instant included
 * @param claims   natural keys that it takes
 * @param recordId the record that holds the claims
 * @param unit     the unit or sub-unit of that record, empty where it is of none
 */
public record KeptEvent(RecordedEvent event, List<Claim> claims, String recordId, String unit) {}
