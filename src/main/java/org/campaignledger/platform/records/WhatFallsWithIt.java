package org.campaignledger.platform.records;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.platform.messaging.FurtherEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything that rests on a record, whichever slice keeps it. */
@Component
public class WhatFallsWithIt {

    private final List<RestsOnRecords> slices;
    private final FurtherEvents further;

    /** What these slices keep. */
    public WhatFallsWithIt(List<RestsOnRecords> slices, FurtherEvents further) {
        this.slices = slices;
        this.further = further;
    }

    /** What would fall with a record, as the ledger stands now; told before it happens. */
    public List<RestsOnRecords.Falling> of(String recordId, String reason, LocalDate day,
            @Nullable CorrectionMark correction) {
        return slices.stream().flatMap(slice -> slice.fallingWith(recordId, reason, day, correction).stream())
                .toList();
    }

    /**
     * Notes in the command that is being handled on what it rests that this, and no more, falls with the record.
     *
     * @throws org.campaignledger.kernel.Refused 409 nobody can say just now
     */
    public void rely(String recordId) {
        slices.forEach(slice -> slice.rely(recordId));
    }

    /** Has it fall in the append of the command that is being handled: all of it, or the command is not granted. */
    public void write(String recordId, String reason, LocalDate day, @Nullable CorrectionMark correction) {
        rely(recordId);
        of(recordId, reason, day, correction).forEach(falling -> further.write(falling.aggregateType(),
                falling.aggregateId(), falling.lastSequence() + 1, falling.event()));
    }
}
