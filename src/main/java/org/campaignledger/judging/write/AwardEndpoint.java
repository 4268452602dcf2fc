package org.campaignledger.judging.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.records.RecordIds;
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

/** Awards are granted, and taken back. */
@RestController
class AwardEndpoint {

    private static final int LEVEL = 100;

    private final CommandDoor door;
    private final JudgingsInTheLedger ledger;

    AwardEndpoint(CommandDoor door, JudgingsInTheLedger ledger) {
        this.door = door;
        this.ledger = ledger;
    }

    /** Which award. */
    record LevelBody(@Nullable String level) implements CommandBody {}

    /** Why an award is taken back. */
    record ReasonBody(@Nullable String reason) implements CommandBody {}

    @PostMapping("/api/v1/entries/{id}/awards")
    ResponseEntity<Accepted> grant(HttpServletRequest request, @PathVariable String id, @RequestBody LevelBody body) {
        return door.take(request, actor -> {
            Candidate entry = ledger.candidate(id).orElseThrow(Refused::notFound).state();
            visible(actor, entry.category());
            Checks checks = new Checks();
            String level = checks.text(body.level(), "level", LEVEL, true);
            checks.refuseIfAny();
            String award = RecordIds.next();
            return Submission.creating(award, "/api/v1/awards/" + award, new JudgingCommand.GrantAward(
                    JudgingEvent.judging(entry.campaign(), entry.category()), entry.campaign(), entry.category(),
                    award, id, Objects.requireNonNull(level)));
        });
    }

    @PostMapping("/api/v1/awards/{award}/revoke")
    ResponseEntity<Accepted> revoke(HttpServletRequest request, @PathVariable String award,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return door.take(request, actor -> {
            AwardGranted granted = ledger.award(award).orElseThrow(Refused::notFound);
            visible(actor, granted.category());
            Checks checks = new Checks();
            String reason = AReasonNamesNobody.check(body == null ? null : body.reason(), checks);
            checks.refuseIfAny();
            return Submission.actingOn(award, new JudgingCommand.RevokeAward(
                    JudgingEvent.judging(granted.campaign(), granted.category()), granted.campaign(),
                    granted.category(), award, granted.entry(), Objects.requireNonNull(reason)));
        });
    }

    private static void visible(Actor actor, String category) {
        if (actor.role() == Role.HOST && !category.equals(actor.scope())) {
            throw Refused.notFound();
        }
    }
}
