package org.campaignledger.entry.read.entries;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.rules.JudgingDesk;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What a judge sees of entries (rule 15): those assigned to it, in an order of its own that tells nothing of when they
 * came, each without whatever could tell whose it is. No search, no unit, no state, no history: all of these would answer
 * questions that a blind judge must not ask.
 */
@Component
class EntriesOfAJudge {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final EntryRegister register;
    private final EntryItems items;
    private final JudgingDesk judging;
    private final Freshness freshness;

    EntriesOfAJudge(EntryRegister register, EntryItems items, JudgingDesk judging, Freshness freshness) {
        this.register = register;
        this.items = items;
        this.judging = judging;
        this.freshness = freshness;
    }

    ResponseEntity<RegisterPage> page(Actor judge, String campaign, @Nullable String category,
            RegisterParameters parameters) {
        int limit = Math.clamp(Objects.requireNonNullElse(parameters.limit(), DEFAULT_LIMIT), 1, MAX_LIMIT);
        return freshness.answerAt(EntryProjection.NAME, parameters.waitFor(), position -> {
            List<String> ids = judging.assigned(judge.account(), campaign, parameters.after(), limit + 1);
            List<String> shown = ids.size() > limit ? ids.subList(0, limit) : ids;
            Map<String, Map<String, Object>> rows = register.standing(shown);
            List<Map<String, Object>> page = items.shown(shown.stream().filter(rows::containsKey)
                    .map(rows::get).filter(row -> category == null || category.equals(row.get("category"))).toList(),
                    judge);
            return new RegisterPage(page.stream().map(EntryItems::redacted).toList(),
                    ids.size() > limit ? shown.getLast() : null);
        });
    }

    ResponseEntity<Map<String, Object>> one(Actor judge, String id, RegisterParameters parameters) {
        return freshness.answerAt(EntryProjection.NAME, parameters.waitFor(), position -> {
            if (!judging.isAssigned(judge.account(), id)) {
                throw Refused.notFound();
            }
            Map<String, Object> row = register.standing(List.of(id)).get(id);
            if (row == null) {
                throw Refused.notFound();
            }
            return EntryItems.redacted(items.shown(List.of(row), judge).getFirst());
        });
    }
}
