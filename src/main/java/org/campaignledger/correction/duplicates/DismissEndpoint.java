package org.campaignledger.correction.duplicates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.duplicates.ComparedRecords;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * An ADMIN says that two records are two, and the pair goes from the list. Not a ledger event: it changes no record and
 * no figure, only what is suggested for correction, and the list itself stands in no ledger either. Who said it, when
 * and why is kept and shown ({@code dismissed=true}) for as long as both records are in force. Saying so again changes
 * nothing.
 */
@RestController
class DismissEndpoint {

    private static final String KEEP = """
        insert into duplicate_dismissed (campaign, kind, record_a, record_b, dismissed_by, reason, dismissed_at)
        values (:campaign, :kind, least(:one, :other), greatest(:one, :other), :by, :reason, :at)
        on conflict do nothing""";

    private final LikelyDuplicates duplicates;
    private final CampaignRulesSource rules;
    private final JdbcClient jdbc;
    private final LedgerClock clock;

    DismissEndpoint(LikelyDuplicates duplicates, CampaignRulesSource rules, JdbcClient jdbc, LedgerClock clock) {
        this.duplicates = duplicates;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is sent. */
    record Body(@Nullable String kind, @Nullable List<String> recordIds,
            @Nullable String reason) implements CommandBody {}

    /** Which records are said to be two. */
    record Dismissed(String kind, List<String> recordIds) {}

    @PostMapping("/api/v1/campaigns/{campaign}/duplicates/dismiss")
    ResponseEntity<Dismissed> dismiss(@PathVariable String campaign, @RequestBody Body body) {
        String account = CurrentActor.require(Role.ADMIN).account();
        rules.rules(campaign);
        Checks checks = new Checks();
        ComparedRecords kind = kind(body.kind(), checks);
        List<String> ids = body.recordIds() == null ? List.of() : body.recordIds();
        if (checks.required(body.recordIds(), "recordIds")) {
            checks.that(ids.size() == 2 && ids.stream().distinct().count() == 2, "recordIds", "two-records-needed");
        }
        String reason = AReasonNamesNobody.check(body.reason(), checks);
        checks.refuseIfAny();
        keep(campaign, Objects.requireNonNull(kind), ids, account, Objects.requireNonNull(reason));
        return ResponseEntity.ok(new Dismissed(kind.kind(), ids));
    }

    private @Nullable ComparedRecords kind(@Nullable String name, Checks checks) {
        ComparedRecords kind = name == null ? null : duplicates.kinds().get(name);
        if (checks.required(name, "kind")) {
            checks.that(kind != null, "kind", "unknown-kind", Map.of("allowed", duplicates.kinds().keySet()));
        }
        return kind;
    }

    private void keep(String campaign, ComparedRecords kind, List<String> ids, String account, String reason) {
        if (kind.shown(campaign, ids).size() != ids.size()) {
            throw Refused.because(Violation.of("recordIds", "unknown-record"));
        }
        Instant now = clock.now();
        jdbc.sql(KEEP).param("campaign", campaign).param("kind", kind.kind()).param("one", ids.getFirst())
                .param("other", ids.getLast()).param("by", account).param("reason", reason)
                .param("at", now.atOffset(ZoneOffset.UTC)).update();
    }
}
