package org.campaignledger.progress.timeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.campaignledger.campaign.events.AllocationRevised;
import org.campaignledger.campaign.events.BoundsRevised;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.QuotaEvent;
import org.campaignledger.campaign.events.TargetRevised;

/**
 * How a campaign stands at one position.
 *
 * @param definition  as it was opened
 * @param targets     the targets in force, by metric; a metric without one is absent
 * @param allocations what of the metric {@code events} is allocated to each reporting unit, by its code
 * @param subUnits    the reporting unit of each sub-unit, by the sub-unit's code
 * @param openPhases  ids of the phases that are open
 * @param phaseEnds   the last day of each phase that was extended, by its id
 */
public record CampaignState(
        Definition definition, Map<String, Long> targets, Map<String, Long> allocations, Map<String, String> subUnits,
        Set<String> openPhases, Map<String, LocalDate> phaseEnds) {

    /** The metric that is divided over the reporting units (a definition allocates no other). */
    public static final String ALLOCATED_METRIC = "events";

    private static final String MOBILISE = "MOBILISE";

    /** Ids of the open phases, in the definition's order. */
    public List<String> phases() {
        return definition.phases().stream().map(Definition.Phase::id).filter(openPhases::contains).toList();
    }

    /** The zone in which the campaign counts its days. */
    public ZoneId zone() {
        return ZoneId.of(definition.campaign().timeZone());
    }

    /** Whether there is a reporting unit of this code. */
    public boolean isReportingUnit(String code) {
        return allocations.containsKey(code);
    }

    /** The reporting unit to which the figures of a unit or sub-unit belong; empty if there is neither. */
    public Optional<String> reportingUnitOf(String code) {
        return isReportingUnit(code) ? Optional.of(code) : Optional.ofNullable(subUnits.get(code));
    }

    /** The days over which the plan is spread: those of MOBILISE, or the window's where there is no such phase. */
    public Schedule schedule() {
        return definition.phases().stream().filter(phase -> phase.id().equals(MOBILISE)).findFirst()
                .map(phase -> new Schedule(phase.from(), phaseEnds.getOrDefault(phase.id(), phase.to())))
                .orElseGet(() -> new Schedule(definition.campaign().window().from(),
                        definition.campaign().window().to()));
    }

    /** The same after a revision of what is to be reached. */
    public CampaignState after(QuotaEvent event) {
        Map<String, Long> nextTargets = new HashMap<>(targets);
        Map<String, Long> nextAllocations = new HashMap<>(allocations);
        revise(event, nextTargets, nextAllocations);
        return new CampaignState(definition, Map.copyOf(nextTargets), Map.copyOf(nextAllocations), subUnits, openPhases,
                phaseEnds);
    }

    /** Takes a revision into targets and allocations that are being made; the only place that does. */
    static void revise(QuotaEvent event, Map<String, Long> targets, Map<String, Long> allocations) {
        switch (event) {
            case TargetRevised revised -> {
                targets.put(revised.metric(), revised.after());
                revised.changes().forEach(change -> allocations.put(change.unit(), change.after()));
            }
            case AllocationRevised revised ->
                revised.changes().forEach(change -> allocations.put(change.unit(), change.after()));
            case BoundsRevised revised -> {
                // What is plausible decides on records, not on progress.
            }
        }
    }
}
