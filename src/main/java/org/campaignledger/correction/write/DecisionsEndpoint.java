package org.campaignledger.correction.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.plan.CorrectionsInTheLedger;
import org.campaignledger.correction.plan.CurrentPlans;
import org.campaignledger.correction.plan.Effects;
import org.campaignledger.correction.plan.Plan;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Submission;
import org.campaignledger.platform.web.security.Standings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrections are approved, rejected and withdrawn. */
@RestController
@RequestMapping("/api/v1/corrections/{id}")
class DecisionsEndpoint {

    private final CommandDoor door;
    private final CorrectionsInTheLedger corrections;
    private final CurrentPlans current;
    private final Standings standings;

    DecisionsEndpoint(CommandDoor door, CorrectionsInTheLedger corrections, CurrentPlans current,
            Standings standings) {
        this.door = door;
        this.corrections = corrections;
        this.current = current;
        this.standings = standings;
    }

    /** The version whose effect was seen, and why it is decided so. */
    record DecisionBody(@Nullable Long reviewedVersion, @Nullable String reason) implements CommandBody {}

    @PostMapping("/approve")
    ResponseEntity<Accepted> approve(HttpServletRequest request, @PathVariable String id,
            @RequestBody DecisionBody body) {
        try {
            return door.take(request, actor -> {
                CorrectionRequested asked = corrections.visible(id, actor).correction().asked();
                Checks checks = new Checks();
                checks.required(body.reviewedVersion(), "reviewedVersion");
                String reason = reason(body.reason(), checks);
                checks.refuseIfAny();
                return Submission.actingOn(id, new CorrectionCommand.ApproveCorrection(id,
                        Objects.requireNonNullElse(asked.campaign(), ""),
                        Objects.requireNonNull(body.reviewedVersion()), reason));
            });
        } catch (Refused refused) {
            throw "stale-review".equals(refused.code()) ? refused.with(newEffect(id)) : refused;
        } finally {
            standings.changed();
        }
    }

    /** Rule 20: who has reviewed an old version is shown the new effect. */
    private Map<String, Object> newEffect(String id) {
        Actor actor = CurrentActor.get();
        Plan plan = current.of(corrections.visible(id, actor).correction().asked());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reviewedVersion", plan.effect().version());
        details.put("effect", Effects.shown(plan.effect(), plan.kind(), actor));
        return details;
    }

    @PostMapping("/reject")
    ResponseEntity<Accepted> reject(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable DecisionBody body) {
        return door.take(request, actor -> {
            corrections.visible(id, actor);
            Checks checks = new Checks();
            String reason = reason(body == null ? null : body.reason(), checks);
            checks.refuseIfAny();
            return Submission.actingOn(id, new CorrectionCommand.RejectCorrection(id, reason));
        });
    }

    @PostMapping("/withdraw")
    ResponseEntity<Accepted> withdraw(HttpServletRequest request, @PathVariable String id) {
        return door.take(request, actor -> {
            corrections.visible(id, actor);
            return Submission.actingOn(id, new CorrectionCommand.WithdrawCorrection(id));
        });
    }

    private static @Nullable String reason(@Nullable String sent, Checks checks) {
        return sent == null ? null : AReasonNamesNobody.check(sent, checks);
    }
}
