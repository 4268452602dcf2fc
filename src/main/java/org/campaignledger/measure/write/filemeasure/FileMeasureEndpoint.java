package org.campaignledger.measure.write.filemeasure;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.measure.events.MeasureFiled;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.campaignledger.platform.works.Works;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A REPORTER files a measure of its unit, a HOST one of its category. */
@RestController
class FileMeasureEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;
    private final Works works;

    FileMeasureEndpoint(CommandDoor door, CampaignRulesSource rules, LedgerClock clock, Works works) {
        this.door = door;
        this.rules = rules;
        this.clock = clock;
        this.works = works;
    }

    /** What is sent: unit or category, never both. */
    record Body(
            @Nullable String unit, @Nullable String category, @Nullable String requirement, @Nullable String title,
            @Nullable LocalDate on, @Nullable String jointWith, @Nullable String document) implements CommandBody {}

    @PostMapping("/api/v1/campaigns/{campaign}/measures")
    ResponseEntity<Accepted> file(HttpServletRequest request, @PathVariable String campaign, @RequestBody Body body) {
        return door.take(request, actor -> judge(campaign, body, actor));
    }

    private Submission judge(String campaign, Body body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        Checks checks = new Checks();
        String unit = checks.text(body.unit(), "unit", 200, false);
        String category = checks.text(body.category(), "category", 200, false);
        String requirement = checks.text(body.requirement(), "requirement", 200, true);
        checks.required(body.on(), "on");
        MeasuresAreFiledUntilTheCampaignIsClosed.check(known, checks);
        Measure.check(known, actor, unit, category, requirement, body.on(), known.dateOf(clock.now()), checks);
        String title = MeasureTexts.title(body.title(), checks);
        String jointWith = MeasureTexts.jointWith(body.jointWith(), checks);
        String document = document(body.document(), actor, checks);
        checks.refuseIfAny();
        String id = RecordIds.next();
        MeasureFiled filed = new MeasureFiled(id, campaign, unit, category, Objects.requireNonNull(requirement),
                Objects.requireNonNull(title), Objects.requireNonNull(body.on()), jointWith, document);
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/measures/" + id, new FileMeasure(id, filed));
    }

    /** Only what the same account has sent can be named: a digest alone, however it was come by, opens no file. */
    private @Nullable String document(@Nullable String sent, Actor actor, Checks checks) {
        String sha256 = checks.text(sent, "document", 200, false);
        boolean known = sha256 != null && works.isUploadedBy(sha256, actor.account())
                && works.claim(sha256).isPresent();
        checks.that(sha256 == null || known, "document", "unknown-work");
        return sha256;
    }
}
