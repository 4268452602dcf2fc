package org.campaignledger.campaign.model;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.campaign.events.AllocationChange;
import org.campaignledger.campaign.events.AllocationRevised;
import org.campaignledger.campaign.events.BoundsRevised;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.QuotaEvent;
import org.campaignledger.campaign.events.TargetRevised;

/**
 * What a campaign is to reach, as in force.
 *
 * @param targets     by metric; a metric without one is absent
 * @param allocations what of the allocated metric each reporting unit has, by its code, in the definition's order
 * @param bounds      the greatest plausible figures
 * @param version     1 as opened, one more with every revision
 */
public record Quotas(
        Map<String, Long> targets, Map<String, Long> allocations, Definition.Plausible bounds, long version) {

    /** Those of a definition. */
    public static Quotas of(Definition definition) {
        Map<String, Long> targets = new HashMap<>();
        definition.targets().forEach(target -> {
            Long amount = target.target();
            if (amount != null) {
                targets.put(target.metric(), amount);
            }
        });
        Map<String, Long> allocations = new LinkedHashMap<>();
        definition.units().forEach(unit -> allocations.put(unit.code(), unit.events()));
        return new Quotas(targets, allocations, definition.defaults().plausible(), 1);
    }

    /** Those after a revision. */
    public Quotas after(QuotaEvent event) {
        return switch (event) {
            case TargetRevised revised -> new Quotas(with(targets, revised.metric(), revised.after()),
                    with(allocations, revised.changes()), bounds, version + 1);
            case AllocationRevised revised ->
                new Quotas(targets, with(allocations, revised.changes()), bounds, version + 1);
            case BoundsRevised revised -> new Quotas(targets, allocations, revised.after(), version + 1);
        };
    }

    private static Map<String, Long> with(Map<String, Long> all, String key, long value) {
        Map<String, Long> changed = new LinkedHashMap<>(all);
        changed.put(key, value);
        return changed;
    }

    private static Map<String, Long> with(Map<String, Long> all, List<AllocationChange> changes) {
        Map<String, Long> changed = new LinkedHashMap<>(all);
        changes.forEach(change -> changed.put(change.unit(), change.after()));
        return changed;
    }
}
