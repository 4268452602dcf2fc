package org.campaignledger.correction.read.corrections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.campaignledger.correction.plan.CorrectionsInTheLedger;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.records.RegisterProjection;
import org.campaignledger.platform.records.RegisterQuery;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The register of corrections, and one of them: with its effect as it would be decided on now, or, asked for as of a
 * position or an instant, as it stood then.
 */
@RestController
@RequestMapping("/api/v1")
class CorrectionsEndpoint {

    private final RegisterProjection register;
    private final RegisterQuery query;
    private final CorrectionsInTheLedger corrections;
    private final CorrectionViews views;
    private final Freshness freshness;
    private final LedgerStore store;

    CorrectionsEndpoint(@Qualifier("correctionRegisterProjection") RegisterProjection register, RegisterQuery query,
            CorrectionsInTheLedger corrections, CorrectionViews views, Freshness freshness, LedgerStore store) {
        this.register = register;
        this.query = query;
        this.corrections = corrections;
        this.views = views;
        this.freshness = freshness;
        this.store = store;
    }

    @GetMapping("/campaigns/{campaign}/corrections")
    ResponseEntity<RegisterPage> ofCampaign(@PathVariable String campaign, RegisterParameters parameters,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String maker,
            @RequestParam(required = false) @Nullable String recordId) {
        return query.page(register, campaign, parameters, fields(action, kind, maker, recordId),
                UnaryOperator.identity());
    }

    @GetMapping("/corrections")
    ResponseEntity<RegisterPage> all(RegisterParameters parameters,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String maker,
            @RequestParam(required = false) @Nullable String recordId) {
        return query.page(register, null, parameters, fields(action, kind, maker, recordId),
                UnaryOperator.identity());
    }

    private static Map<String, String> fields(@Nullable String action, @Nullable String kind, @Nullable String maker,
            @Nullable String recordId) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "action", action);
        put(fields, "kind", kind);
        put(fields, "maker", maker);
        put(fields, "recordId", recordId);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @GetMapping("/corrections/{id}")
    ResponseEntity<CorrectionView> one(@PathVariable String id,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.ADMIN, Role.AUDITOR);
        Long asOf = PointInTime.of(position, at, null, store).position();
        if (asOf != null) {
            freshness.awaitHead(waitFor);
            return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(asOf))
                    .body(views.ofThePast(corrections.visible(id, actor, asOf), actor));
        }
        return freshness.answerFromHead(waitFor, () -> views.of(corrections.visible(id, actor), actor));
    }

    @GetMapping("/corrections/{id}/records")
    ResponseEntity<List<String>> records(@PathVariable String id,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(Role.REPORTER, Role.ADMIN, Role.AUDITOR);
        return freshness.answerFromHead(waitFor,
                () -> corrections.recordIds(corrections.visible(id, actor).correction().asked()));
    }
}
