package org.campaignledger.outreach.write.reportreach;

import java.time.LocalDate;
import java.util.Objects;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.outreach.events.ReachReportCorrected;
import org.campaignledger.outreach.events.ReachReportReversed;
import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.correction.RecordCorrections;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What corrections do to a reach report. */
@Component
class ReachReportCorrections extends RecordCorrections<ReachReported, ReportReachEndpoint.Body> {

    ReachReportCorrections(LedgerStore store, EventCodec codec) {
        super("reach-reports", "ReachReport", ReachReported.class, ReportReachEndpoint.Body.class, store, codec);
    }

    @Override
    protected ReportReachEndpoint.Body formOf(ReachReported record) {
        return new ReportReachEndpoint.Body(record.unit(), record.channel(), record.from(), record.to(),
                record.direct(), record.secondary(), record.evidence());
    }

    @Override
    protected @Nullable ReachReported read(ReachReported before, ReportReachEndpoint.Body sent, CampaignRules rules,
            LocalDate today, Checks checks) {
        String unit = checks.text(sent.unit(), "unit", 200, true);
        checkPlaceAndDay(rules, unit, "to", sent.to(), today, checks);
        checks.required(sent.channel(), "channel");
        checks.required(sent.from(), "from");
        ReachRules.period(rules, sent.from(), sent.to(), today, checks);
        Long direct = checks.count(sent.direct(), "direct", true);
        Long secondary = checks.count(sent.secondary(), "secondary", false);
        ReachRules.figures(rules, direct, secondary, checks);
        String evidence = checks.text(sent.evidence(), "evidence", 2_000, false);
        checks.that(evidence == null || ReportReachEndpoint.isLink(evidence), "evidence", "invalid-link");
        return checks.passed()
                ? new ReachReported(before.id(), before.campaign(), Objects.requireNonNull(unit),
                        Objects.requireNonNull(sent.channel()), Objects.requireNonNull(sent.from()),
                        Objects.requireNonNull(sent.to()), Objects.requireNonNull(direct),
                        secondary == null ? 0 : secondary, evidence)
                : null;
    }

    @Override
    protected LedgerEvent corrected(ReachReported before, ReachReported after, CorrectionMark mark) {
        return new ReachReportCorrected(before, after, mark);
    }

    @Override
    protected LedgerEvent reversed(ReachReported before, CorrectionMark mark, @Nullable String mergedInto) {
        return new ReachReportReversed(before, mark, mergedInto);
    }
}
