package org.campaignledger.campaign.write;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.campaign.write.CampaignCommand.CloseCampaign;
import org.campaignledger.campaign.write.CampaignCommand.ClosePhase;
import org.campaignledger.campaign.write.CampaignCommand.ExtendPhase;
import org.campaignledger.campaign.write.CampaignCommand.OpenCampaign;
import org.campaignledger.campaign.write.CampaignCommand.OpenPhase;
import org.campaignledger.campaign.write.CampaignCommand.OpenSubUnit;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** What comes of a command to a campaign. Pure: the date is given, nothing is read or written. */
final class CampaignDecisions {

    private CampaignDecisions() {}

    /** Opens a campaign; phases that are due open with it, unless it is a historical one (rule 3). */
    static List<CampaignEvent> open(OpenCampaign command, Instant now) {
        Definition definition = command.definition();
        Checks checks = new Checks();
        DefinitionRules.check(definition, checks);
        checks.refuseIfAny();
        LocalDate today = now.atZone(ZoneId.of(definition.campaign().timeZone())).toLocalDate();
        CampaignOpened opened = new CampaignOpened(command.campaign(), definition, command.digest(), today);
        List<CampaignEvent> events = new ArrayList<>(List.of(opened));
        PhasesFollowTheSchedule.due(Campaign.evolve(null, opened), today).stream()
                .map(due -> new PhaseOpened(command.campaign(), ((OpenPhase) due).phase(), today, null))
                .forEach(events::add);
        return events;
    }

    /** What any other command does to a campaign that is open. */
    static List<CampaignEvent> decide(Campaign campaign, CampaignCommand command, LocalDate today) {
        if (campaign.closed()) {
            throw Refused.because(Violation.of("", "campaign-closed"));
        }
        return switch (command) {
            case OpenCampaign open -> throw Refused.duplicate("campaign",
                    new Refused.Existing(campaign.id(), 0, null));
            case OpenPhase open -> openPhase(campaign, open, today);
            case ClosePhase close -> closePhase(campaign, close, today);
            case ExtendPhase extend -> List.of(extension(phase(campaign, extend.phase()), campaign.id(),
                    extend.until(), extend.reason()));
            case OpenSubUnit open -> List.of(openSubUnit(campaign, open));
            case CloseCampaign close -> List.of(new CampaignClosed(campaign.id(), close.reason()));
        };
    }

    private static Campaign.PhaseState phase(Campaign campaign, String id) {
        return campaign.phase(id).orElseThrow(Refused::notFound);
    }

    private static List<CampaignEvent> openPhase(Campaign campaign, OpenPhase command, LocalDate today) {
        Campaign.PhaseState phase = phase(campaign, command.phase());
        if (phase.open()) {
            throw Refused.because(Violation.of("", "phase-already-open", "phase", command.phase()));
        }
        List<CampaignEvent> events = new ArrayList<>();
        events.add(new PhaseOpened(campaign.id(), command.phase(), today, command.reason()));
        if (command.until() != null) {
            events.add(extension(phase, campaign.id(), command.until(), command.reason()));
        }
        return events;
    }

    private static List<CampaignEvent> closePhase(Campaign campaign, ClosePhase command, LocalDate today) {
        Campaign.PhaseState phase = phase(campaign, command.phase());
        if (!phase.open()) {
            throw Refused.because(Violation.of("",
                    phase.closedOn() == null ? "phase-never-opened" : "phase-already-closed", "phase",
                    command.phase()));
        }
        return List.of(new PhaseClosed(campaign.id(), command.phase(), today, command.reason()));
    }

    private static PhaseExtended extension(Campaign.PhaseState phase, String campaign, LocalDate until,
            @org.jspecify.annotations.Nullable String reason) {
        if (!until.isAfter(phase.until())) {
            throw Refused.because(new Violation("until", "not-an-extension", Map.of("until", phase.until())));
        }
        return new PhaseExtended(campaign, phase.defined().id(), until, reason);
    }

    private static SubUnitOpened openSubUnit(Campaign campaign, OpenSubUnit command) {
        Optional<Definition.Unit> unit = campaign.definition().units().stream()
                .filter(known -> known.code().equals(command.unit())).findFirst();
        if (unit.isEmpty()) {
            throw Refused.notFound();
        }
        boolean taken = campaign.rules().units().keySet().stream().anyMatch(command.code()::equalsIgnoreCase);
        if (taken) {
            throw Refused.duplicate("code", null);
        }
        return new SubUnitOpened(campaign.id(), command.unit(), command.code(), command.name());
    }
}
