package org.campaignledger.correction.read.corrections;

import java.util.Map;
import java.util.Objects;
import org.campaignledger.correction.events.CorrectionApproved;
import org.campaignledger.correction.events.CorrectionRejected;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.model.Correction;
import org.campaignledger.correction.plan.CorrectionsInTheLedger;
import org.campaignledger.correction.plan.CurrentPlans;
import org.campaignledger.correction.plan.Effects;
import org.campaignledger.correction.plan.Plan;
import org.campaignledger.correction.plan.Plans;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.Correctable;
import org.campaignledger.platform.correction.FourEyes;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is shown of a correction: while it is undecided, what it would do now. */
@Component
class CorrectionViews {

    private final CurrentPlans current;
    private final Plans plans;
    private final FourEyes fourEyes;
    private final LedgerClock clock;

    CorrectionViews(CurrentPlans current, Plans plans, FourEyes fourEyes, LedgerClock clock) {
        this.current = current;
        this.plans = plans;
        this.fourEyes = fourEyes;
        this.clock = clock;
    }

    /** The effect that counts: seen by whoever decides, or by whoever has decided. */
    private record Seen(long version, Map<String, Object> effect, @Nullable String obstacle) {}

    /** As it stands: while it is undecided, with what it would do now. */
    CorrectionView of(CorrectionsInTheLedger.Found found, Actor reader) {
        return view(found, reader, found.correction().state() == Correction.State.REQUESTED);
    }

    /** As it stood: with what it was asked for to do, or was decided to. Nobody decides on the past. */
    CorrectionView ofThePast(CorrectionsInTheLedger.Found found, Actor reader) {
        return view(found, reader, false);
    }

    private CorrectionView view(CorrectionsInTheLedger.Found found, Actor reader, boolean open) {
        CorrectionRequested asked = found.correction().asked();
        Correctable kind = plans.kind(asked.kind());
        Seen seen = open ? asItIsNow(asked, kind, reader) : asItWasDecided(found, kind, reader);
        @Nullable
        LedgerEntry decided = found.decided().orElse(null);
        return new CorrectionView(asked.id(), found.correction().state(), asked.campaign(), asked.unit(), asked.kind(),
                asked.action(), CorrectionRegister.subject(asked), asked.into(), count(asked), asked.items(), asked
                        .list(),
                kind.shownTo(reader, asked.changes()), asked.reasonCode(), asked.reason(), asked.requestedBy(),
                found.asked().position(), found.asked().recordedAt(), asked.expiresAt(), seen.version(),
                seen.version() != asked.version(), seen.effect(), seen.obstacle(),
                decided == null ? null : decided.metadata().get(MetadataKeys.ACCOUNT),
                decided == null ? null : decided.recordedAt(), decided == null ? null : decided.position(),
                decided == null ? null : reason(decided.event()), open && mayDecide(found.correction(), reader));
    }

    private static long count(CorrectionRequested asked) {
        CorrectionRequested.RecordList list = asked.list();
        return list == null ? Objects.requireNonNull(asked.items()).size() : list.records();
    }

    /** What it would do now; where it can't be done any more, what was asked for, and what is against it. */
    private Seen asItIsNow(CorrectionRequested asked, Correctable kind, Actor reader) {
        try {
            Plan plan = current.of(asked);
            return new Seen(plan.effect().version(), Effects.shown(plan.effect(), kind, reader), null);
        } catch (Refused obstacle) {
            return new Seen(asked.version(), Effects.shown(asked.effect(), kind, reader), obstacle.code());
        }
    }

    private static Seen asItWasDecided(CorrectionsInTheLedger.Found found, Correctable kind, Actor reader) {
        CorrectionRequested asked = found.correction().asked();
        if (found.decided().map(LedgerEntry::event).orElse(null) instanceof CorrectionApproved approved
                && approved.effect() != null) {
            return new Seen(approved.reviewedVersion(), Effects.shown(approved.effect(), kind, reader), null);
        }
        return new Seen(asked.version(), Effects.shown(asked.effect(), kind, reader), null);
    }

    private static @Nullable String reason(LedgerEvent decided) {
        return switch (decided) {
            case CorrectionApproved approved -> approved.reason();
            case CorrectionRejected rejected -> rejected.reason();
            default -> null;
        };
    }

    private boolean mayDecide(Correction correction, Actor reader) {
        return reader.role() == Role.ADMIN && !correction.isOverdue(clock.now())
                && !fourEyes.between(correction.asked().requestedBy(), reader.account()).tied();
    }
}
