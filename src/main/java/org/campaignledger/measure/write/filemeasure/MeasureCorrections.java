package org.campaignledger.measure.write.filemeasure;

import java.time.LocalDate;
import java.util.Objects;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.measure.events.MeasureCorrected;
import org.campaignledger.measure.events.MeasureFiled;
import org.campaignledger.measure.events.MeasureReversed;
import org.campaignledger.platform.correction.RecordCorrections;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What corrections do to the record of a measure. */
@Component
class MeasureCorrections extends RecordCorrections<MeasureFiled, MeasureCorrections.Form> {

    MeasureCorrections(LedgerStore store, EventCodec codec) {
        super("measures", "Measure", MeasureFiled.class, Form.class, store, codec);
    }

    /** What can be amended. Another document is another measure: this one is reversed, and filed anew with it. */
    record Form(
            @Nullable String unit, @Nullable String category, @Nullable String requirement, @Nullable String title,
            @Nullable LocalDate on, @Nullable String jointWith) {}

    @Override
    protected Form formOf(MeasureFiled record) {
        return new Form(record.unit(), record.category(), record.requirement(), record.title(), record.on(),
                record.jointWith());
    }

    @Override
    protected @Nullable MeasureFiled read(MeasureFiled before, Form sent, CampaignRules rules, LocalDate today,
            Checks checks) {
        String unit = checks.text(sent.unit(), "unit", 200, false);
        String category = checks.text(sent.category(), "category", 200, false);
        String requirement = checks.text(sent.requirement(), "requirement", 200, true);
        checks.required(sent.on(), "on");
        AMeasureIsOfAUnitOrOfACategory.check(rules, unit, category, checks);
        ARequirementIsAskedOfWhoeverFiles.check(rules, requirement, unit, category, checks);
        AMeasureIsOfTheCampaignsDays.check(rules, sent.on(), today, checks);
        checks.that((before.unit() == null) == (unit == null), "unit", "unit-and-category");
        String title = MeasureTexts.title(sent.title(), checks);
        String jointWith = MeasureTexts.jointWith(sent.jointWith(), checks);
        return checks.passed()
                ? new MeasureFiled(before.id(), before.campaign(), unit, category, Objects.requireNonNull(requirement),
                        Objects.requireNonNull(title), Objects.requireNonNull(sent.on()), jointWith, before.document())
                : null;
    }

    @Override
    protected LedgerEvent corrected(MeasureFiled before, MeasureFiled after, CorrectionMark mark) {
        return new MeasureCorrected(before, after, mark);
    }

    @Override
    protected LedgerEvent reversed(MeasureFiled before, CorrectionMark mark, @Nullable String mergedInto) {
        return new MeasureReversed(before, mark, mergedInto);
    }
}
