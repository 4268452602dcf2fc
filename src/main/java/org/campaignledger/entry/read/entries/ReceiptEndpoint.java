package org.campaignledger.entry.read.entries;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.campaignledger.entry.model.ReceiptCode;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.JudgingDesk;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What became of a work, for whoever has its receipt code: how far it has come and why, and nothing of who submitted it, as
 * a code may be lost.
 */
@RestController
class ReceiptEndpoint {

    private static final int LONGEST_CODE = 64;

    private final EntryRegister register;
    private final CampaignRulesSource rules;
    private final LedgerKeys keys;
    private final Freshness freshness;
    private final RateLimits limits;
    private final JudgingDesk judging;

    ReceiptEndpoint(EntryRegister register, CampaignRulesSource rules, LedgerKeys keys, Freshness freshness,
            RateLimits limits, JudgingDesk judging) {
        this.register = register;
        this.rules = rules;
        this.keys = keys;
        this.freshness = freshness;
        this.limits = limits;
        this.judging = judging;
    }

    /**
     * What became of a work.
     *
     * @param position      of its submission in the ledger
     * @param state         {@code SUBMITTED}, {@code ACCEPTED}, {@code RECOMMENDED}, {@code REJECTED}, {@code WITHDRAWN},
     *                      {@code DISQUALIFIED} or {@code REVERSED}
     * @param reason        why, where somebody said so
     * @param award         what it was awarded, as long as the award stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fate(
            String category, String unit, long position, String state, String submittedOn,
            @Nullable String acceptedOn, @Nullable String recommendedOn, @Nullable String endedOn,
            @Nullable String reason, JudgingDesk.@Nullable Award award) {}

    @GetMapping("/api/v1/campaigns/{campaign}/submissions/{receipt}")
    ResponseEntity<Fate> fate(@PathVariable String campaign, @PathVariable String receipt,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request) {
        limits.check(RateLimits.Of.RECEIPTS, request);
        rules.rules(campaign);
        if (receipt.length() > LONGEST_CODE) {
            throw Refused.notFound();
        }
        String key = ReceiptCode.key(receipt, keys::naturalKeyOf);
        return freshness.answerAt(EntryProjection.NAME, waitFor, position -> {
            List<String> found = register.ofReceipt(campaign, key);
            Map<String, Object> row = found.isEmpty() ? null : register.standing(found).get(found.getFirst());
            if (row == null) {
                throw Refused.notFound();
            }
            String category = text(row, "category", "");
            return fate(row, judging.award(campaign, category, text(row, "id", "")).orElse(null));
        });
    }

    private static Fate fate(Map<String, Object> row, JudgingDesk.@Nullable Award award) {
        return new Fate(text(row, "category", ""), text(row, "unit", ""), (Long) row.getOrDefault("position", 0L),
                text(row, "state", ""), text(row, "occurredOn", ""), optional(row, "acceptedOn"),
                optional(row, "recommendedOn"), optional(row, "endedOn"), optional(row, "reason"), award);
    }

    private static String text(Map<String, Object> row, String field, String absent) {
        return String.valueOf(row.getOrDefault(field, absent));
    }

    private static @Nullable String optional(Map<String, Object> row, String field) {
        return row.get(field) == null ? null : String.valueOf(row.get(field));
    }
}
