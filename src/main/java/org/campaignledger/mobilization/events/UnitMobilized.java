package org.campaignledger.mobilization.events;

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
 * A grass-roots union takes part in the campaign.
 *
 * @param id           the record
 * @param campaign     the campaign
 * @param unit         the unit or sub-unit that mobilised it
 * @param organization the grass-roots union
 * @param employees    how many work there, where given
 * @param occurredOn   the day on which it was mobilised
 */
public record UnitMobilized(
        String id, String campaign, String unit, Organization organization, @Nullable Long employees,
        LocalDate occurredOn) implements MobilizationEvent, Recorded {

    /**
     * A grass-roots union.
     *
     * @param name its name, in normal form
     * @param code its registration code in any register, in normal form, where it has one
     */
    public record Organization(String name, @Nullable String code) {}

    @Override
    public List<Posting> postings() {
        return List.of(Posting.of(Metric.ORGANIZATIONS, unit, 1, occurredOn));
    }

    @Override
    public Reference reference() {
        return Reference.ofRecord(campaign, unit, id, occurredOn);
    }

    /** Rule 6: once in a campaign, nationally by its code; without one, by unit and normalised name. */
    @Override
    public List<Claim> claims() {
        String code = organization.code();
        return List.of(code == null
                ? new Claim("organization.name", campaign + "/" + unit + "/" + NormalForm.nameKey(organization.name()))
                : new Claim("organization.code", campaign + "/" + code));
    }
}
