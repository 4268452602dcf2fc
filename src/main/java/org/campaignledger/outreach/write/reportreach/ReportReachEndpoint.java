package org.campaignledger.outreach.write.reportreach;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.RecordRules;
import org.campaignledger.platform.web.body.AnyCase;
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

/** A REPORTER records how many were reached through a channel in a period. */
@RestController
class ReportReachEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;

    ReportReachEndpoint(CommandDoor door, CampaignRulesSource rules, LedgerClock clock) {
        this.door = door;
        this.rules = rules;
        this.clock = clock;
    }

    /** What is sent; channels are taken in any case. */
    record Body(
            @Nullable String unit, @AnyCase ReachReported.@Nullable Channel channel, @Nullable LocalDate from,
            @Nullable LocalDate to, @Nullable Long direct, @Nullable Long secondary,
            @Nullable String evidence) implements CommandBody {}

    @PostMapping("/api/v1/campaigns/{campaign}/reach-reports")
    ResponseEntity<Accepted> report(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody Body body) {
        return door.record(request, actor -> judge(campaign, body, actor));
    }

    private Submission judge(String campaign, Body body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        String id = RecordIds.next();
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/reach-reports/" + id,
                read(id, body, known, actor, known.dateOf(clock.now())));
    }

    /**
     * The command in what was sent.
     *
     * @param today in the campaign's zone
     * @throws org.campaignledger.kernel.Refused with everything that is wrong
     */
    static ReportReach read(String id, Body body, CampaignRules known, Actor actor, LocalDate today) {
        Checks checks = new Checks();
        String unit = checks.text(body.unit(), "unit", 200, true);
        checks.required(body.channel(), "channel");
        checks.required(body.from(), "from");
        checks.required(body.to(), "to");
        RecordRules.check(known, actor, unit, "to", body.to(), today, checks);
        ReachRules.period(known, body.from(), body.to(), today, checks);
        Long direct = checks.count(body.direct(), "direct", true);
        Long secondary = checks.count(body.secondary(), "secondary", false);
        ReachRules.figures(known, direct, secondary, checks);
        String evidence = checks.text(body.evidence(), "evidence", 2_000, false);
        checks.that(evidence == null || isLink(evidence), "evidence", "invalid-link");
        checks.refuseIfAny();
        ReachReported reported = new ReachReported(id, known.campaign(), Objects.requireNonNull(unit),
                Objects.requireNonNull(body.channel()), Objects.requireNonNull(body.from()),
                Objects.requireNonNull(body.to()), Objects.requireNonNull(direct), secondary == null ? 0 : secondary,
                evidence);
        return new ReportReach(id, reported);
    }

    /** Links are shown to be followed, so only those of the web are taken. */
    static boolean isLink(String evidence) {
        try {
            URI link = new URI(evidence);
            return ("http".equals(link.getScheme()) || "https".equals(link.getScheme())) && link.getHost() != null;
        } catch (URISyntaxException notALink) {
            return false;
        }
    }
}
