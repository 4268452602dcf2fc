package org.campaignledger.campaign.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.RequestCorrection;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.records.RecordIds;
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

/** Other targets, allocations and plausible bounds are asked for; another ADMIN decides (rule 22). */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}")
class QuotaRequestsEndpoint {

    /** The reason code of what is no correction of a record. */
    private static final String REASON_CODE = "other";

    private final CommandDoor door;
    private final CampaignRulesSource rules;

    QuotaRequestsEndpoint(CommandDoor door, CampaignRulesSource rules) {
        this.door = door;
        this.rules = rules;
    }

    /** What units are to have, and why. */
    record AllocationsBody(@Nullable String reason,
            @Nullable List<Allocations.Change> changes) implements CommandBody {}

    /** The target, the allocations that change with it, and why. */
    record TargetBody(@Nullable String reason, @Nullable Long target,
            @Nullable List<Allocations.Change> changes) implements CommandBody {}

    /** The bounds that change, and why. */
    record BoundsBody(
            @Nullable String reason, @Nullable Long contactsPerEvent, @Nullable Long directPerReport,
            @Nullable Long secondaryPerReport) implements CommandBody {}

    @PostMapping("/allocations")
    ResponseEntity<Accepted> allocations(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody AllocationsBody body) {
        return door.take(request, actor -> request(campaign, AllocationCorrections.KIND, campaign,
                new AllocationCorrections.Form(body.changes()), body.reason()));
    }

    @PostMapping("/targets/{metric}")
    ResponseEntity<Accepted> target(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String metric, @RequestBody TargetBody body) {
        return door.take(request, actor -> {
            if (Metric.of(metric).isEmpty()) {
                throw Refused.notFound();
            }
            return request(campaign, TargetCorrections.KIND, TargetCorrections.id(campaign, metric),
                    new TargetCorrections.Form(body.target(), body.changes()), body.reason());
        });
    }

    @PostMapping("/bounds")
    ResponseEntity<Accepted> bounds(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody BoundsBody body) {
        return door.take(request, actor -> request(campaign, BoundsCorrections.KIND, campaign,
                new BoundsCorrections.Form(body.contactsPerEvent(), body.directPerReport(),
                        body.secondaryPerReport()), body.reason()));
    }

    private Submission request(String campaign, String kind, String of, Object form, @Nullable String reason) {
        rules.rules(campaign);
        Checks checks = new Checks();
        String why = AReasonNamesNobody.check(reason, checks);
        checks.refuseIfAny();
        String id = RecordIds.next();
        Map<String, Object> changes = Changes.fields(form);
        return new Submission(new RequestCorrection(id, campaign, kind, CorrectionAction.REVISE, List.of(of), changes,
                null, REASON_CODE, Objects.requireNonNull(why), null), id, "/api/v1/corrections/" + id, 202);
    }
}
