package org.campaignledger.correction.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.campaignledger.correction.plan.Ask;
import org.campaignledger.correction.plan.Plans;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a body what may be asked: readable, within the asker's scope, personal data encrypted. */
@Component
class Asking {

    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {
    };

    private final Selections selections;
    private final Plans plans;
    private final CampaignRulesSource rules;
    private final JsonMapper json = JsonMapper.shared();

    Asking(Selections selections, Plans plans, CampaignRulesSource rules) {
        this.selections = selections;
        this.plans = plans;
        this.rules = rules;
    }

    /**
     * A request that was read.
     *
     * @param campaign   of the records
     * @param ask        what is asked for
     * @param reasonCode as the contract writes it
     * @param reason     in words
     */
    record Read(String campaign, Ask ask, String reasonCode, String reason) {

        /** What events would say of it. */
        CorrectionMark mark(String id, Actor actor) {
            return new CorrectionMark(id, null, reasonCode, reason, actor.account());
        }
    }

    /**
     * Reads a body.
     *
     * @throws Refused 400, 403, 404, 409 or 422
     */
    Read read(CorrectionBody body, Actor actor) {
        Checks checks = new Checks();
        ReasonCode code = ReasonCode.read(body.reasonCode(), checks);
        String reason = AReasonNamesNobody.check(body.reason(), checks);
        checks.required(body.action(), "action");
        CorrectionBody.Action action = body.action();
        checks.that(action == null || (action == CorrectionBody.Action.AMEND) == (body.changes() != null), "changes",
                body.changes() == null ? "missing" : "not-taken-here");
        checks.that(action == null || (action == CorrectionBody.Action.MERGE) == (body.into() != null), "into",
                body.into() == null ? "missing" : "not-taken-here");
        checks.refuseIfAny();
        List<String> ids = selections.of(body, actor);
        Standing first = plans.find(ids.getFirst()).orElseThrow(() -> ids.size() == 1
                ? Refused.notFound()
                : Refused.because(Violation.of("recordIds[0]", "unknown-record")));
        String campaign = first.campaign();
        if (campaign == null) {
            throw Refused.notFound();
        }
        AReporterCorrectsItsOwnRecords.check(actor, List.of(first), null, Map.of(), rules.rules(campaign));
        Map<String, Object> changes = changes(body.changes(), first, ids.size());
        return new Read(campaign, new Ask(first.kind(), CorrectionAction.valueOf(Objects.requireNonNull(action)
                .name()), ids, changes, body.into()), Objects.requireNonNull(code).code(),
                Objects.requireNonNull(reason));
    }

    private Map<String, Object> changes(@Nullable JsonNode sent, Standing first, int records) {
        if (sent == null) {
            return Map.of();
        }
        if (!sent.isObject()) {
            throw Refused.malformed(List.of(Violation.of("changes", "wrong-type", "expected", "object")));
        }
        if (sent.isEmpty()) {
            throw Refused.because(Violation.of("changes", "changes-nothing"));
        }
        Map<String, Object> changes = json.convertValue(sent, OBJECT);
        Set<String> personal = plans.kind(first.kind()).personal();
        changes.keySet().stream().map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                .filter(name -> records > 1 && personal.contains(name)).findFirst().ifPresent(name -> {
                    throw Refused.because(Violation.of("changes." + name, "one-person-at-a-time"));
                });
        return plans.kind(first.kind()).sealed(first, changes);
    }
}
