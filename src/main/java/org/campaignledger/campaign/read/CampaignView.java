package org.campaignledger.campaign.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.model.Campaign;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it is shown.
 *
 * @param id         its id
 * @param state      {@code OPEN} or {@code CLOSED}
 * @param historical opened after its window had ended: phases do not follow the schedule
 * @param openedOn   the date of its opening, in its zone
 * @param phases     its phases as they stand
 * @param subUnits   sub-units in the order of their opening
 * @param targets    the targets in force, by metric; a metric without one is absent
 * @param allocations what of the allocated metric each reporting unit has, in force
 * @param bounds     the greatest plausible figures in force
 * @param quotaVersion 1 as opened, one more with every revision of targets, allocations or bounds
 * @param requirements what the notice asks for, and of whom: {@code UNIT} or {@code CATEGORY}
 * @param digest     SHA-256 of the definition
 * @param definition the definition, whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignView(
        String id, String state, boolean historical, LocalDate openedOn, List<PhaseView> phases,
        List<SubUnitView> subUnits, Map<String, Long> targets, Map<String, Long> allocations,
        Definition.Plausible bounds, long quotaVersion, List<Definition.Requirement> requirements, String digest,
        Definition definition) {

    /** A phase as it stands; {@code to} includes extensions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PhaseView(
            String id, String zh, String en, LocalDate from, LocalDate to, boolean open, @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn) {}

    /** A sub-unit of a reporting unit. */
    public record SubUnitView(String code, String name, String unit) {}

    static CampaignView of(Campaign campaign) {
        return new CampaignView(campaign.id(), campaign.closed() ? "CLOSED" : "OPEN", campaign.historical(),
                campaign.openedOn(),
                campaign.phases().values().stream()
                        .map(phase -> new PhaseView(phase.defined().id(), phase.defined().zh(), phase.defined().en(),
                                phase.defined().from(), phase.until(), phase.open(), phase.openedOn(),
                                phase.closedOn()))
                        .toList(),
                campaign.subUnits().stream().map(sub -> new SubUnitView(sub.code(), sub.name(), sub.unit())).toList(),
                new TreeMap<>(campaign.quotas().targets()), campaign.quotas().allocations(),
                campaign.quotas().bounds(), campaign.quotas().version(),
                campaign.definition().requirements().stream().map(asked -> new Definition.Requirement(asked.id(),
                        asked.zh(), asked.en(), asked.askedOfHosts()
                                ? Definition.Requirement.CATEGORY
                                : Definition.Requirement.UNIT)).toList(),
                campaign.digest(), campaign.definition());
    }
}
