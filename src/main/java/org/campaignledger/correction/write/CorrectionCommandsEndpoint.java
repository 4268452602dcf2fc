package org.campaignledger.correction.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.campaignledger.correction.plan.Effects;
import org.campaignledger.correction.plan.Plan;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.RequestCorrection;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Corrections are asked for, and their effect is seen beforehand. */
@RestController
@RequestMapping("/api/v1/corrections")
class CorrectionCommandsEndpoint {

    private final CommandDoor door;
    private final Asking asking;
    private final Requests requests;
    private final Selections selections;
    private final CampaignRulesSource rules;
    private final LedgerClock clock;

    CorrectionCommandsEndpoint(CommandDoor door, Asking asking, Requests requests, Selections selections,
            CampaignRulesSource rules, LedgerClock clock) {
        this.door = door;
        this.asking = asking;
        this.requests = requests;
        this.selections = selections;
        this.rules = rules;
        this.clock = clock;
    }

    /** The records that a filter finds, so that they are seen before anything is asked for. */
    record Selection(int count, List<String> recordIds) {}

    @PostMapping
    ResponseEntity<Accepted> request(HttpServletRequest request, @RequestBody CorrectionBody body) {
        return door.take(request, actor -> {
            Asking.Read read = asking.read(body, actor);
            String id = RecordIds.next();
            return Submission.creating(id, "/api/v1/corrections/" + id, new RequestCorrection(id, read.campaign(),
                    read.ask().kind(), read.ask().action(), read.ask().ids(), read.ask().changes(), read.ask().into(),
                    read.reasonCode(), read.reason(), null));
        });
    }

    @PostMapping("/preview")
    Map<String, Object> preview(@RequestBody CorrectionBody body) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.ADMIN);
        Asking.Read read = asking.read(body, actor);
        Plan plan = requests.preview(read.ask(), read.mark("", actor), actor, rules.rules(read.campaign()),
                clock.now());
        return Effects.shown(plan.effect(), plan.kind(), actor);
    }

    @PostMapping("/selection")
    Selection selection(@RequestBody CorrectionBody.Filter filter) {
        List<String> ids = selections.found(filter, CurrentActor.require(Role.REPORTER, Role.ADMIN));
        return new Selection(ids.size(), ids);
    }
}
