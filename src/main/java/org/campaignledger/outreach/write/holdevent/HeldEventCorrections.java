package org.campaignledger.outreach.write.holdevent;

import java.time.LocalDate;
import java.util.Objects;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.outreach.events.EventCorrected;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.outreach.events.EventReversed;
import org.campaignledger.platform.correction.RecordCorrections;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.AFigureIsPlausible;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What corrections do to the record of an outreach event. */
@Component
class HeldEventCorrections extends RecordCorrections<EventHeld, HoldEventEndpoint.Body> {

    private final ItIsDistinctFromAnEarlierOne distinct;

    HeldEventCorrections(LedgerStore store, EventCodec codec, ItIsDistinctFromAnEarlierOne distinct) {
        super("events", "HeldEvent", EventHeld.class, HoldEventEndpoint.Body.class, store, codec);
        this.distinct = distinct;
    }

    @Override
    protected HoldEventEndpoint.Body formOf(EventHeld record) {
        return new HoldEventEndpoint.Body(record.unit(), record.kind(), record.title(), record.place(),
                record.enterprise(), record.contacts(), record.occurredOn(), record.distinctFrom());
    }

    @Override
    protected @Nullable EventHeld read(EventHeld before, HoldEventEndpoint.Body sent, CampaignRules rules,
            LocalDate today, Checks checks) {
        String unit = checks.text(sent.unit(), "unit", 200, true);
        checkPlaceAndDay(rules, unit, "occurredOn", sent.occurredOn(), today, checks);
        checks.required(sent.kind(), "kind");
        String title = checks.text(sent.title(), "title", 200, true);
        String place = checks.text(sent.place(), "place", 200, sent.kind() == EventHeld.Kind.OFFLINE_EVENT);
        String enterprise = checks.text(sent.enterprise(), "enterprise", 200,
                sent.kind() == EventHeld.Kind.ENTERPRISE_VISIT);
        Long contacts = checks.count(sent.contacts(), "contacts", true);
        if (contacts != null) {
            AFigureIsPlausible.check("contacts", contacts, rules.bounds().contactsPerEvent()).ifPresent(checks::add);
        }
        String distinctFrom = checks.text(sent.distinctFrom(), "distinctFrom", 64, false);
        if (!checks.passed()) {
            return null;
        }
        EventHeld after = new EventHeld(before.id(), before.campaign(), Objects.requireNonNull(unit),
                Objects.requireNonNull(sent.kind()), Objects.requireNonNull(title), place, enterprise,
                Objects.requireNonNull(contacts), Objects.requireNonNull(sent.occurredOn()), distinctFrom);
        if (!Objects.equals(distinctFrom, before.distinctFrom())) {
            distinct.check(after);
        }
        return after;
    }

    @Override
    protected LedgerEvent corrected(EventHeld before, EventHeld after, CorrectionMark mark) {
        return new EventCorrected(before, after, mark);
    }

    @Override
    protected LedgerEvent reversed(EventHeld before, CorrectionMark mark, @Nullable String mergedInto) {
        return new EventReversed(before, mark, mergedInto);
    }
}
