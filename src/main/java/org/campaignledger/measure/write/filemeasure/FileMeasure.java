package org.campaignledger.measure.write.filemeasure;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.measure.events.MeasureFiled;

/** A measure is to be filed, with all values in normal form. */
public record FileMeasure(@TargetAggregateIdentifier String id, MeasureFiled filed) {

    /** The campaign it is of. */
    public String campaign() {
        return filed.campaign();
    }
}
