package org.campaignledger.campaign.write;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an ADMIN does to a campaign that is open: phases, sub-units, closing. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}")
class CampaignCommandsEndpoint {

    private static final int MAX_TEXT = 10_000;

    private final CommandDoor door;
    private final CampaignRulesSource rules;

    CampaignCommandsEndpoint(CommandDoor door, CampaignRulesSource rules) {
        this.door = door;
        this.rules = rules;
    }

    /** Why, and until when; may be empty. */
    record PhaseBody(@Nullable String reason, @Nullable LocalDate until) implements CommandBody {}

    /** A sub-unit to be opened. */
    record SubUnitBody(@Nullable String code, @Nullable String name) implements CommandBody {}

    /** Why a campaign is closed. */
    record CloseBody(@Nullable String reason) implements CommandBody {}

    @PostMapping("/phases/{phase}/open")
    ResponseEntity<Accepted> open(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String phase, @RequestBody(required = false) @Nullable PhaseBody body) {
        return door.take(request, actor -> {
            rules.rules(campaign);
            String reason = reason(body == null ? null : body.reason(), false);
            return Submission.actingOn(phase, new CampaignCommand.OpenPhase(campaign, phase, reason,
                    body == null ? null : body.until()));
        });
    }

    @PostMapping("/phases/{phase}/close")
    ResponseEntity<Accepted> close(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String phase, @RequestBody(required = false) @Nullable PhaseBody body) {
        return door.take(request, actor -> {
            rules.rules(campaign);
            Checks checks = new Checks();
            checks.that(body == null || body.until() == null, "until", "not-taken-here");
            String reason = body == null ? null : checks.text(body.reason(), "reason", MAX_TEXT, false);
            checks.refuseIfAny();
            return Submission.actingOn(phase, new CampaignCommand.ClosePhase(campaign, phase, reason));
        });
    }

    @PostMapping("/phases/{phase}/extend")
    ResponseEntity<Accepted> extend(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String phase, @RequestBody(required = false) @Nullable PhaseBody body) {
        return door.take(request, actor -> {
            rules.rules(campaign);
            Checks checks = new Checks();
            LocalDate until = body == null ? null : body.until();
            checks.required(until, "until");
            String reason = body == null ? null : checks.text(body.reason(), "reason", MAX_TEXT, false);
            checks.refuseIfAny();
            return Submission.actingOn(phase, new CampaignCommand.ExtendPhase(campaign, phase, reason,
                    java.util.Objects.requireNonNull(until)));
        });
    }

    @PostMapping("/units/{unit}/sub-units")
    ResponseEntity<Accepted> openSubUnit(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String unit, @RequestBody SubUnitBody body) {
        return door.take(request, actor -> {
            rules.rules(campaign);
            Checks checks = new Checks();
            checks.required(body.code(), "code");
            String code = body.code() == null ? "" : body.code().strip();
            if (body.code() != null) {
                DefinitionRules.code(code, "code", 2, checks);
            }
            String name = checks.text(body.name(), "name", 200, true);
            checks.refuseIfAny();
            return Submission.creating(code,
                    "/api/v1/campaigns/" + campaign + "/units/" + unit + "/sub-units/" + code,
                    new CampaignCommand.OpenSubUnit(campaign, unit, code, java.util.Objects.requireNonNull(name)));
        });
    }

    @PostMapping("/close")
    ResponseEntity<Accepted> closeCampaign(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody(required = false) @Nullable CloseBody body) {
        return door.take(request, actor -> {
            rules.rules(campaign);
            String reason = reason(body == null ? null : body.reason(), true);
            return Submission.actingOn(campaign,
                    new CampaignCommand.CloseCampaign(campaign, java.util.Objects.requireNonNull(reason)));
        });
    }

    private static @Nullable String reason(@Nullable String raw, boolean needed) {
        Checks checks = new Checks();
        String reason = checks.text(raw, "reason", MAX_TEXT, needed);
        checks.refuseIfAny();
        return reason;
    }
}
