package org.campaignledger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules 18 to 22, told a second time: what comes of asking for a correction, and of deciding on one. */
final class NaiveCorrections {

    private static final Set<String> ADMINS = Set.of("admin", "checker");

    private final Model model;
    private final NaiveRecords records;
    private final NaiveQuotas quotas;
    private final List<Asked> asked = new ArrayList<>();

    NaiveCorrections(Model model, NaiveRecords records, NaiveQuotas quotas) {
        this.model = model;
        this.records = records;
        this.quotas = quotas;
    }

    /** A correction: what it would do, where it stands, and which record it is about, for those not by number. */
    private static final class Asked {

        private final Plan plan;
        private final long version;
        private final @Nullable String unit;
        private boolean decided;

        private Asked(Plan plan, long version) {
            this.plan = plan;
            this.version = version;
            this.unit = plan.record == null ? null : plan.record.as.unit();
        }
    }

    /** Numbers were looked up when it was asked for: later they might mean others. */
    private record Plan(
            CorrectionStep.Asking step, NaiveRecords.@Nullable Kept record, NaiveRecords.@Nullable Kept into) {}

    /** Status and code of a step. */
    String expect(CorrectionStep step) {
        return switch (step) {
            case CorrectionStep.OfARecord ofARecord -> ask(ofARecord);
            case CorrectionStep.Asking revision -> !ADMINS.contains(revision.account())
                    ? "403 wrong-role"
                    : taken(new Plan(revision, null, null), "202");
            case CorrectionStep.Decide decision -> decide(decision);
        };
    }

    private String ask(CorrectionStep.OfARecord step) {
        boolean reporter = Model.REPORTERS.contains(step.account());
        if (!reporter && !ADMINS.contains(step.account())) {
            return "403 wrong-role";
        }
        NaiveRecords.Kept record = records.of(step.kind(), step.number());
        if (record == null || reporter && !isWithin(step.account(), record.as.unit())) {
            return "404 not-found";
        }
        if (model.isClosed()) {
            return "422 campaign-closed";
        }
        NaiveRecords.Kept into = step instanceof CorrectionStep.Merge merge
                ? records.of(merge.kind(), merge.into())
                : null;
        if (into == record) {
            return "422 merged-into-itself";
        }
        if (into != null && reporter && !isWithin(step.account(), into.as.unit())) {
            return "404 not-found";
        }
        if (step instanceof CorrectionStep.Amend amend && reporter && amend.changes().get("unit") instanceof String unit
                && model.isUnit(unit) && !isWithin(step.account(), unit)) {
            return "403 foreign-unit";
        }
        return taken(new Plan(step, record, into), "201");
    }

    private boolean isWithin(String account, String unit) {
        return model.isWithin(account.toUpperCase(Locale.ROOT), unit);
    }

    private String taken(Plan plan, String status) {
        String refusal = model.isClosed() ? "422 campaign-closed" : refusal(plan);
        if (refusal != null) {
            return refusal;
        }
        asked.add(new Asked(plan, version(plan)));
        return status;
    }

    private @Nullable String refusal(Plan plan) {
        NaiveRecords.Kept record = plan.record;
        if (record == null) {
            return Model.unprocessable(quotas.against(plan.step));
        }
        if (!record.counts || plan.into != null && !plan.into.counts) {
            return "409 already-reversed";
        }
        if (!(plan.step instanceof CorrectionStep.Amend amend)) {
            return null;
        }
        Step.Recording after = NaiveRecords.changed(record.as, amend.changes());
        String wrong = Model.unprocessable(model.wrongWith(after));
        if (wrong != null) {
            return wrong;
        }
        if (after.equals(record.as)) {
            return "422 changes-nothing";
        }
        return records.isFree(record, after) ? null : "409 duplicate-record";
    }

    private long version(Plan plan) {
        return plan.record == null
                ? quotas.version
                : plan.record.version + (plan.into == null ? 0 : plan.into.version);
    }

    private String decide(CorrectionStep.Decide step) {
        boolean admin = ADMINS.contains(step.account());
        boolean withdrawal = step.verdict() == CorrectionStep.Verdict.WITHDRAW;
        if (!admin && !(withdrawal && Model.REPORTERS.contains(step.account()))) {
            return "403 wrong-role";
        }
        if (asked.isEmpty()) {
            return "404 not-found";
        }
        Asked correction = asked.get(asked.size() - 1 - step.number() % asked.size());
        String maker = correction.plan.step.account();
        if (withdrawal) {
            return withdraw(step, correction, maker);
        }
        if (correction.decided) {
            return "409 already-decided";
        }
        // Rule 19: the admin has made the reporters, whose passwords nobody has changed since.
        if (step.account().equals(maker) || step.account().equals("admin") && !ADMINS.contains(maker)) {
            return "422 maker-is-checker";
        }
        return step.verdict() == CorrectionStep.Verdict.REJECT ? end(correction) : approve(step, correction);
    }

    private String withdraw(CorrectionStep.Decide step, Asked correction, String maker) {
        if (!step.account().equals(maker)) {
            boolean seen = ADMINS.contains(step.account())
                    || correction.unit != null && isWithin(step.account(), correction.unit);
            return seen ? "403 not-the-maker" : "404 not-found";
        }
        return correction.decided ? "409 already-decided" : end(correction);
    }

    private String approve(CorrectionStep.Decide step, Asked correction) {
        String refusal = model.isClosed() ? "422 campaign-closed" : refusal(correction.plan);
        if (refusal != null) {
            return refusal;
        }
        boolean stale = switch (step.verdict()) {
            case APPROVE_UNSEEN -> true;
            case APPROVE_AS_ASKED -> version(correction.plan) != correction.version;
            default -> false;
        };
        if (stale) {
            return "409 stale-review";
        }
        apply(correction.plan);
        return end(correction);
    }

    private void apply(Plan plan) {
        NaiveRecords.Kept record = plan.record;
        if (record == null) {
            quotas.revise(plan.step);
            return;
        }
        record.version++;
        if (plan.step instanceof CorrectionStep.Amend amend) {
            record.as = NaiveRecords.changed(record.as, amend.changes());
        } else {
            record.counts = false;
        }
    }

    private static String end(Asked correction) {
        correction.decided = true;
        return "200";
    }
}
