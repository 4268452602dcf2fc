package org.campaignledger.correction.write;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.plan.Ask;
import org.campaignledger.correction.plan.CorrectionsInTheLedger;
import org.campaignledger.correction.plan.CurrentPlans;
import org.campaignledger.correction.plan.Plan;
import org.campaignledger.correction.plan.Plans;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.RequestCorrection;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.messaging.AppendContext;
import org.campaignledger.platform.messaging.Deciding;
import org.campaignledger.platform.rules.AnAdminActs;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decides whether something may be asked for, and writes down what it would do. */
@Component
class Requests {

    /** Where no campaign says how long: a request for an account waits a week. */
    private static final int DAYS_WITHOUT_CAMPAIGN = 7;

    private final Plans plans;
    private final Deciding deciding;
    private final Attachments attachments;
    private final JsonMapper json = JsonMapper.shared();

    Requests(Plans plans, Deciding deciding, Attachments attachments) {
        this.plans = plans;
        this.deciding = deciding;
        this.attachments = attachments;
    }

    /** The event; what belongs to its append is added to that. */
    CorrectionRequested decide(RequestCorrection command) {
        Actor actor = deciding.actor();
        String campaign = command.campaign();
        @Nullable
        CampaignRules rules = campaign == null ? null : deciding.rulesOf(campaign);
        Ask ask = new Ask(command.kind(), command.action(), command.recordIds(), command.changes(), command.into());
        CorrectionMark mark = new CorrectionMark(command.id(), null, command.reasonCode(), command.reason(),
                actor.account());
        Plan plan = preview(ask, mark, actor, rules, deciding.now());
        plan.kind().requested(command.id(), plan.records().getFirst(), command.secret());
        return event(command, plan, actor, rules);
    }

    /** What it would do, if this actor may ask for it. */
    Plan preview(Ask ask, CorrectionMark mark, Actor actor, @Nullable CampaignRules rules, Instant now) {
        CorrectionsEndWithTheCampaign.check(rules);
        return plans.make(ask, mark, rules, CurrentPlans.today(rules, now), (records, survivor) -> {
            if (ask.action().isOfRecords()) {
                AReporterCorrectsItsOwnRecords.check(actor, records, survivor, ask.changes(), rules);
            } else {
                AnAdminActs.check(actor);
            }
        });
    }

    private CorrectionRequested event(RequestCorrection command, Plan plan, Actor actor,
            @Nullable CampaignRules rules) {
        boolean many = plan.records().size() > CorrectionsInTheLedger.MOST_ITEMS;
        int days = rules == null ? DAYS_WITHOUT_CAMPAIGN : rules.correctionExpiryDays();
        return new CorrectionRequested(command.id(), command.campaign(), unit(plan, rules),
                plan.records().size() == 1 && command.action().isOfRecords() ? command.recordIds().getFirst() : null,
                command.kind(), command.action().name(), many ? null : items(plan.records()),
                many ? list(command.recordIds()) : null, command.changes(), command.into(), command.reasonCode(),
                command.reason(), actor.account(), deciding.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofDays(
                        days)),
                plan.effect().version(), Changes.fields(plan.effect()));
    }

    private static List<CorrectionRequested.Item> items(List<Standing> records) {
        return records.stream().map(record -> new CorrectionRequested.Item(record.id(), record.position(),
                record.version())).toList();
    }

    private CorrectionRequested.RecordList list(List<String> ids) {
        Attachment attachment = Attachment.of("application/json", json.writeValueAsBytes(ids));
        AppendContext.current().alsoWrite(attachments.keep(attachment));
        return new CorrectionRequested.RecordList(ids.size(), attachment.sha256());
    }

    /** The unit that all records have in common: itself, or the reporting unit of them all; absent where there is none. */
    private static @Nullable String unit(Plan plan, @Nullable CampaignRules rules) {
        Set<String> units = plan.records().stream().map(Standing::unit).filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        if (units.size() <= 1 || rules == null) {
            return units.stream().findFirst().orElse(null);
        }
        Set<String> reporting = units.stream().map(rules.units()::get).filter(java.util.Objects::nonNull)
                .map(CampaignRules.Unit::reporting).collect(Collectors.toSet());
        return reporting.size() == 1 ? reporting.iterator().next() : null;
    }
}
