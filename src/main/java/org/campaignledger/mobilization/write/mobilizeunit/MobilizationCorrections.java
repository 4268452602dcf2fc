package org.campaignledger.mobilization.write.mobilizeunit;

import java.time.LocalDate;
import java.util.Objects;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.mobilization.events.MobilizationCorrected;
import org.campaignledger.mobilization.events.MobilizationReversed;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.correction.RecordCorrections;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What corrections do to the record of a grass-roots union. */
@Component
class MobilizationCorrections extends RecordCorrections<UnitMobilized, MobilizeUnitEndpoint.Body> {

    MobilizationCorrections(LedgerStore store, EventCodec codec) {
        super("mobilizations", "Mobilization", UnitMobilized.class, MobilizeUnitEndpoint.Body.class, store, codec);
    }

    @Override
    protected MobilizeUnitEndpoint.Body formOf(UnitMobilized record) {
        return new MobilizeUnitEndpoint.Body(record.unit(), new MobilizeUnitEndpoint.OrganizationBody(
                record.organization().name(), record.organization().code()), record.employees(), record.occurredOn());
    }

    @Override
    protected @Nullable UnitMobilized read(UnitMobilized before, MobilizeUnitEndpoint.Body sent, CampaignRules rules,
            LocalDate today, Checks checks) {
        String unit = checks.text(sent.unit(), "unit", 200, true);
        checkPlaceAndDay(rules, unit, "occurredOn", sent.occurredOn(), today, checks);
        UnitMobilized.Organization organization = MobilizeUnitEndpoint.organization(sent.organization(), checks);
        Long employees = checks.count(sent.employees(), "employees", false);
        return checks.passed()
                ? new UnitMobilized(before.id(), before.campaign(), Objects.requireNonNull(unit),
                        Objects.requireNonNull(organization), employees, Objects.requireNonNull(sent.occurredOn()))
                : null;
    }

    @Override
    protected LedgerEvent corrected(UnitMobilized before, UnitMobilized after, CorrectionMark mark) {
        return new MobilizationCorrected(before, after, mark);
    }

    @Override
    protected LedgerEvent reversed(UnitMobilized before, CorrectionMark mark, @Nullable String mergedInto) {
        return new MobilizationReversed(before, mark, mergedInto);
    }
}
