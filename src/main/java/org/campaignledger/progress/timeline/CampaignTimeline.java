package org.campaignledger.progress.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.campaignledger.campaign.events.AllocationRevised;
import org.campaignledger.campaign.events.BoundsRevised;
import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.campaign.events.TargetRevised;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as a whole, at every position: the fold of its own events. The events are kept instead of a state for each
 * of them: there are few, folding them takes microseconds, and hundreds of sub-units would make hundreds of copies.
 * Not thread-safe; the states it gives out are immutable.
 */
public final class CampaignTimeline {

    private record Dated(long position, CampaignEvent event) {}

    private final List<Dated> events = new ArrayList<>();
    private @Nullable CampaignState newest;

    /** A timeline on which nothing has happened. */
    public CampaignTimeline() {}

    /**
     * Takes in the campaign's next event.
     *
     * @param position its place in the ledger, greater than any before
     */
    public void add(long position, CampaignEvent event) {
        events.add(new Dated(position, event));
        newest = null;
    }

    /** How the campaign stands after its last event; empty before it was opened. */
    public Optional<CampaignState> now() {
        if (newest == null) {
            newest = at(Long.MAX_VALUE).orElse(null);
        }
        return Optional.ofNullable(newest);
    }

    /** How the campaign stood at a position; empty before it was opened. */
    public Optional<CampaignState> at(long position) {
        Fold fold = new Fold();
        for (Dated dated : events) {
            if (dated.position() > position) {
                break;
            }
            fold.take(dated.event());
        }
        return fold.state();
    }

    /** A state in the making. */
    private static final class Fold {

        private @Nullable Definition definition;
        private final Map<String, Long> targets = new HashMap<>();
        private final Map<String, Long> allocations = new HashMap<>();
        private final Map<String, String> subUnits = new LinkedHashMap<>();
        private final Set<String> openPhases = new HashSet<>();
        private final Map<String, LocalDate> phaseEnds = new HashMap<>();

        private void take(CampaignEvent event) {
            switch (event) {
                case CampaignOpened opened -> open(opened.definition());
                case PhaseOpened opened -> openPhases.add(opened.phase());
                case PhaseClosed closed -> openPhases.remove(closed.phase());
                case PhaseExtended extended -> phaseEnds.put(extended.phase(), extended.until());
                case SubUnitOpened opened -> subUnits.put(opened.code(), opened.unit());
                // Nothing can be recorded any more, whichever phases were left open.
                case CampaignClosed closed -> openPhases.clear();
                case TargetRevised revised -> CampaignState.revise(revised, targets, allocations);
                case AllocationRevised revised -> CampaignState.revise(revised, targets, allocations);
                case BoundsRevised revised -> CampaignState.revise(revised, targets, allocations);
            }
        }

        private void open(Definition opened) {
            definition = opened;
            opened.targets().forEach(target -> {
                Long amount = target.target();
                if (amount != null) {
                    targets.put(target.metric(), amount);
                }
            });
            opened.units().forEach(unit -> allocations.put(unit.code(), unit.events()));
        }

        private Optional<CampaignState> state() {
            return definition == null
                    ? Optional.empty()
                    : Optional.of(new CampaignState(definition, Map.copyOf(targets), Map.copyOf(allocations),
                            Map.copyOf(subUnits), Set.copyOf(openPhases), Map.copyOf(phaseEnds)));
        }
    }
}
