package org.campaignledger.mobilization.write.mobilizeunit;

import java.time.LocalDate;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.jspecify.annotations.Nullable;

/** A grass-roots union is to be recorded as mobilised; all values in normal form. */
public record MobilizeUnit(
        @TargetAggregateIdentifier String id, String campaign, String unit, UnitMobilized.Organization organization,
        @Nullable Long employees, LocalDate occurredOn) {}
