package org.campaignledger.judging.write;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.judging.events.JudgingReopened;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.correction.Circumstances;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The closing of a judging is reversed, and the awards that rest on it with it; nothing else of it is corrected. */
@Component
class JudgingCorrections implements Correctable {

    static final String KIND = "judgings";

    private final JudgingsInTheLedger ledger;

    JudgingCorrections(JudgingsInTheLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean takes(CorrectionAction action) {
        return action == CorrectionAction.REVERSE;
    }

    @Override
    public boolean carriesOthers() {
        return true;
    }

    @Override
    public Map<String, Standing> standing(Collection<String> ids) {
        Map<String, Standing> found = new LinkedHashMap<>();
        for (String id : ids) {
            int slash = id.indexOf('/');
            if (slash > 0) {
                String campaign = id.substring(0, slash);
                JudgingsInTheLedger.Standing<Judging> judging = ledger.judging(campaign, id.substring(slash + 1));
                Judging.Closing closing = judging.state().closing();
                if (judging.state().stage() != Judging.Stage.NOT_OPENED) {
                    found.put(id, new Standing(KIND, id, campaign, null, JudgingAggregate.TYPE, id,
                            judging.sequence(), judging.sequence() + 1, closing == null ? null : closing.position(),
                            null, judging.state()));
                }
            }
        }
        return found;
    }

    @Override
    public Map<String, Object> fields(Standing standing) {
        Judging judging = (Judging) standing.state();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("stage", judging.stage().name());
        Judging.Closing closing = judging.closing();
        if (closing != null) {
            fields.put("entries", closing.event().entries());
            fields.put("ranked", closing.event().ranked());
            fields.put("ranking", closing.event().digest());
            fields.put("awards", judging.awards().size());
        }
        return fields;
    }

    @Override
    public Map<String, Object> sealed(Standing standing, Map<String, Object> changes) {
        return changes;
    }

    @Override
    public LedgerEvent amended(Standing standing, Map<String, Object> changes, Circumstances circumstances) {
        throw Refused.of(Refused.Kind.UNPROCESSABLE, "not-correctable");
    }

    @Override
    public LedgerEvent reversed(Standing standing, @Nullable String mergedInto, Circumstances circumstances) {
        Judging judging = (Judging) standing.state();
        Judging.Closing closing = judging.closing();
        if (mergedInto != null) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "not-correctable");
        }
        if (closing == null) {
            throw Refused.conflict("judging-not-closed", null);
        }
        return new JudgingReopened(closing.event(), judging.stillJudged(), circumstances.mark());
    }

    @Override
    public Map<String, Object> fieldsAfter(LedgerEvent event) {
        return Map.of("stage", Judging.Stage.OPEN.name());
    }
}
