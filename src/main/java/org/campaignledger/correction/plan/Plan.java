package org.campaignledger.correction.plan;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.Effect;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.records.RestsOnRecords;
import org.jspecify.annotations.Nullable;

/**
 * What a correction would write if it took effect now.
 *
 * @param kind     what it is about
 * @param records  the records as they stand
 * @param survivor the record that survives a merger
 * @param events   what would be written, one for each record, in their order
 * @param falling  what rests on the records and falls with them, written behind those events
 * @param effect   what that would do
 */
public record Plan(
        Correctable kind, List<Standing> records, @Nullable Standing survivor, List<LedgerEvent> events,
        List<RestsOnRecords.Falling> falling, Effect effect) {}
