package org.campaignledger.mobilization.write.mobilizeunit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.RecordRules;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A REPORTER records a grass-roots union. */
@RestController
class MobilizeUnitEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;

    MobilizeUnitEndpoint(CommandDoor door, CampaignRulesSource rules, LedgerClock clock) {
        this.door = door;
        this.rules = rules;
        this.clock = clock;
    }

    /** What is sent. */
    record Body(
            @Nullable String unit, @Nullable OrganizationBody organization, @Nullable Long employees,
            @Nullable LocalDate occurredOn) implements CommandBody {}

    /** The grass-roots union as sent. */
    record OrganizationBody(@Nullable String name, @Nullable String code) {}

    @PostMapping("/api/v1/campaigns/{campaign}/mobilizations")
    ResponseEntity<Accepted> mobilize(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody Body body) {
        return door.record(request, actor -> judge(campaign, body, actor));
    }

    private Submission judge(String campaign, Body body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        String id = RecordIds.next();
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/mobilizations/" + id,
                read(id, body, known, actor, known.dateOf(clock.now())));
    }

    /**
     * The command in what was sent.
     *
     * @param today in the campaign's zone
     * @throws org.campaignledger.kernel.Refused with everything that is wrong
     */
    static MobilizeUnit read(String id, Body body, CampaignRules known, Actor actor, LocalDate today) {
        Checks checks = new Checks();
        String unit = checks.text(body.unit(), "unit", 200, true);
        checks.required(body.occurredOn(), "occurredOn");
        RecordRules.check(known, actor, unit, "occurredOn", body.occurredOn(), today, checks);
        UnitMobilized.Organization organization = organization(body.organization(), checks);
        Long employees = checks.count(body.employees(), "employees", false);
        checks.refuseIfAny();
        return new MobilizeUnit(id, known.campaign(), Objects.requireNonNull(unit),
                Objects.requireNonNull(organization), employees, Objects.requireNonNull(body.occurredOn()));
    }

    static UnitMobilized.@Nullable Organization organization(@Nullable OrganizationBody body, Checks checks) {
        if (body == null) {
            checks.required(null, "organization");
            return null;
        }
        String name = checks.text(body.name(), "organization.name", 200, true);
        String code = null;
        if (body.code() != null) {
            code = NormalForm.code(body.code());
            checks.that(code.matches("[\\p{L}\\p{N}]{4,32}"), "organization.code", "invalid-code",
                    Map.of("min", 4, "max", 32));
        }
        return name == null ? null : new UnitMobilized.Organization(name, code);
    }
}
