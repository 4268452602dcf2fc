package org.campaignledger.campaign.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.campaignledger.campaign.events.AllocationRevised;
import org.campaignledger.campaign.events.BoundsRevised;
import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.QuotaEvent;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.campaign.events.TargetRevised;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as its events have made it.
 *
 * @param definition as opened
 * @param digest     of the definition
 * @param openedOn   in the campaign's zone
 * @param phases     by id, in the definition's order
 * @param subUnits   in the order of their opening
 * @param quotas     targets, allocations and bounds in force
 * @param closed     whether it is closed
 * @param version    sequence of its last event
 */
public record Campaign(
        Definition definition, String digest, LocalDate openedOn, Map<String, PhaseState> phases,
        List<SubUnitOpened> subUnits, Quotas quotas, boolean closed, long version) {

    /**
     * A phase as its events have made it.
     *
     * @param until    its last day, extensions included
     * @param open     whether it is open
     * @param openedOn when it was opened last; absent if it never was
     * @param closedOn when it was closed last; absent while open, or if it never was
     */
    public record PhaseState(
            Definition.Phase defined, LocalDate until, boolean open, @Nullable LocalDate openedOn,
            @Nullable LocalDate closedOn) {

        /** Whether anyone, or the schedule, has opened or closed it before. */
        public boolean untouched() {
            return openedOn == null && closedOn == null;
        }
    }

    /** The campaign after one more event; before the first there is none. */
    public static Campaign evolve(@Nullable Campaign before, CampaignEvent event) {
        if (before == null) {
            if (event instanceof CampaignOpened opened) {
                return begin(opened);
            }
            throw new IllegalStateException("a campaign begins with CampaignOpened");
        }
        return switch (event) {
            case CampaignOpened again -> before.next(before.phases, before.subUnits, before.quotas, before.closed);
            case PhaseOpened opened -> before.withPhase(opened.phase(),
                    phase -> new PhaseState(phase.defined(), phase.until(), true, opened.on(), null));
            case PhaseClosed closed -> before.withPhase(closed.phase(),
                    phase -> new PhaseState(phase.defined(), phase.until(), false, phase.openedOn(), closed.on()));
            case PhaseExtended extended -> before.withPhase(extended.phase(), phase -> new PhaseState(phase.defined(),
                    extended.until(), phase.open(), phase.openedOn(), phase.closedOn()));
            case SubUnitOpened opened -> before.next(before.phases, plus(before.subUnits, opened),
                    before.quotas, before.closed);
            case CampaignClosed closed -> before.next(before.phases, before.subUnits, before.quotas, true);
            case TargetRevised revised -> before.revised(revised);
            case AllocationRevised revised -> before.revised(revised);
            case BoundsRevised revised -> before.revised(revised);
        };
    }

    private static Campaign begin(CampaignOpened opened) {
        Map<String, PhaseState> phases = new LinkedHashMap<>();
        opened.definition().phases()
                .forEach(phase -> phases.put(phase.id(), new PhaseState(phase, phase.to(), false, null, null)));
        return new Campaign(opened.definition(), opened.digest(), opened.openedOn(), phases, List.of(),
                Quotas.of(opened.definition()), false, 0);
    }

    private Campaign next(Map<String, PhaseState> nextPhases, List<SubUnitOpened> nextSubUnits, Quotas nextQuotas,
            boolean nowClosed) {
        return new Campaign(definition, digest, openedOn, nextPhases, nextSubUnits, nextQuotas, nowClosed,
                version + 1);
    }

    private Campaign revised(QuotaEvent event) {
        return next(phases, subUnits, quotas.after(event), closed);
    }

    private Campaign withPhase(String id, java.util.function.UnaryOperator<PhaseState> change) {
        Map<String, PhaseState> changed = new LinkedHashMap<>(phases);
        changed.computeIfPresent(id, (same, phase) -> change.apply(phase));
        return next(changed, subUnits, quotas, closed);
    }

    private static List<SubUnitOpened> plus(List<SubUnitOpened> all, SubUnitOpened one) {
        List<SubUnitOpened> more = new ArrayList<>(all);
        more.add(one);
        return List.copyOf(more);
    }

    /** Its id. */
    public String id() {
        return definition.campaign().id();
    }

    /** The zone in which its days are counted. */
    public ZoneId zone() {
        return ZoneId.of(definition.campaign().timeZone());
    }

    /** Opened after its window had ended: nothing opens or closes by itself (rule 3). */
    public boolean historical() {
        return openedOn.isAfter(definition.campaign().window().to());
    }

    /** A phase by its id. */
    public Optional<PhaseState> phase(String id) {
        return Optional.ofNullable(phases.get(id));
    }

    /** What decisions on records depend on. */
    public CampaignRules rules() {
        Map<String, CampaignRules.Phase> ruled = new LinkedHashMap<>();
        phases.forEach((id, phase) -> ruled.put(id,
                new CampaignRules.Phase(id, phase.defined().from(), phase.until(), phase.open(), phase.closedOn())));
        Map<String, CampaignRules.Unit> units = new LinkedHashMap<>();
        definition.units().forEach(unit -> units.put(unit.code(),
                new CampaignRules.Unit(unit.code(), unit.code(), unit.zh())));
        subUnits.forEach(sub -> units.put(sub.code(), new CampaignRules.Unit(sub.code(), sub.unit(), sub.name())));
        Definition.Plausible bounds = quotas.bounds();
        return new CampaignRules(id(), version, definition.campaign().window().from(),
                definition.campaign().window().to(), zone(), ruled, definition.defaults().graceDays(), units,
                new CampaignRules.Bounds(bounds.contactsPerEvent(), bounds.directPerReport(),
                        bounds.secondaryPerReport()),
                definition.defaults().correctionExpiryDays(),
                categories(), definition.defaults().awardLevels(), requirements(), closed);
    }

    private Map<String, CampaignRules.Requirement> requirements() {
        Map<String, CampaignRules.Requirement> requirements = new LinkedHashMap<>();
        definition.requirements().forEach(asked -> requirements.put(asked.id(),
                new CampaignRules.Requirement(asked.id(), asked.zh(), asked.askedOfHosts())));
        return requirements;
    }

    private Map<String, CategoryRules> categories() {
        Map<String, CategoryRules> categories = new LinkedHashMap<>();
        definition.categories().forEach(category -> categories.put(category.id(), rules(category)));
        return categories;
    }

    private static CategoryRules rules(Definition.Category category) {
        Definition.Work work = category.work();
        return new CategoryRules(category.id(), category.zh(), category.hosts(),
                category.platforms().stream().map(Definition.Platform::name).distinct().toList(),
                Objects.requireNonNullElse(category.submitters(), List.of("INDIVIDUAL", "UNION")),
                Objects.requireNonNullElse(category.themes(), List.of()), category.recommendLimitPerUnit(),
                Boolean.TRUE.equals(category.selfService()), Boolean.TRUE.equals(category.showRecommended()),
                new CategoryRules.Work(work.media(), Objects.requireNonNullElse(work.formats(), List.of()),
                        work.maxDurationSeconds(), Boolean.TRUE.equals(work.durationExclusive()), work.maxBytes(),
                        Boolean.TRUE.equals(work.sizeExclusive()), Boolean.TRUE.equals(work.original())));
    }
}
