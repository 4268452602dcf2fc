package org.campaignledger.outreach.write.holdevent;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.AFigureIsPlausible;
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

/** A REPORTER records an enterprise visit or an offline event. */
@RestController
class HoldEventEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;
    private final ItIsDistinctFromAnEarlierOne distinct;

    HoldEventEndpoint(CommandDoor door, CampaignRulesSource rules, LedgerClock clock,
            ItIsDistinctFromAnEarlierOne distinct) {
        this.door = door;
        this.rules = rules;
        this.clock = clock;
        this.distinct = distinct;
    }

    /** What is sent. */
    record Body(
            @Nullable String unit, EventHeld.@Nullable Kind kind, @Nullable String title, @Nullable String place,
            @Nullable String enterprise, @Nullable Long contacts, @Nullable LocalDate occurredOn,
            @Nullable String distinctFrom) implements CommandBody {}

    @PostMapping("/api/v1/campaigns/{campaign}/events")
    ResponseEntity<Accepted> hold(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody Body body) {
        return door.record(request, actor -> judge(campaign, body, actor));
    }

    private Submission judge(String campaign, Body body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        String id = RecordIds.next();
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/events/" + id,
                read(id, body, known, actor, known.dateOf(clock.now())));
    }

    /**
     * The command in what was sent.
     *
     * @param today in the campaign's zone
     * @throws org.campaignledger.kernel.Refused with everything that is wrong
     */
    HoldEvent read(String id, Body body, CampaignRules known, Actor actor, LocalDate today) {
        Checks checks = new Checks();
        String unit = checks.text(body.unit(), "unit", 200, true);
        checks.required(body.occurredOn(), "occurredOn");
        RecordRules.check(known, actor, unit, "occurredOn", body.occurredOn(), today, checks);
        checks.required(body.kind(), "kind");
        String title = checks.text(body.title(), "title", 200, true);
        String place = checks.text(body.place(), "place", 200, body.kind() == EventHeld.Kind.OFFLINE_EVENT);
        String enterprise = checks.text(body.enterprise(), "enterprise", 200,
                body.kind() == EventHeld.Kind.ENTERPRISE_VISIT);
        Long contacts = checks.count(body.contacts(), "contacts", true);
        if (contacts != null) {
            AFigureIsPlausible.check("contacts", contacts, known.bounds().contactsPerEvent()).ifPresent(checks::add);
        }
        String distinctFrom = checks.text(body.distinctFrom(), "distinctFrom", 64, false);
        checks.refuseIfAny();
        EventHeld held = new EventHeld(id, known.campaign(), Objects.requireNonNull(unit), Objects.requireNonNull(body
                .kind()),
                Objects.requireNonNull(title), place, enterprise, Objects.requireNonNull(contacts),
                Objects.requireNonNull(body.occurredOn()), distinctFrom);
        distinct.check(held);
        return new HoldEvent(id, held);
    }
}
