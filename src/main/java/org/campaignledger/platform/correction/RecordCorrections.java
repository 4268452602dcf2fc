package org.campaignledger.platform.correction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Reversing;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.ItOccurredInsideTheWindow;
import org.jspecify.annotations.Nullable;

/**
 * What corrections do to the records of one slice. They are folded from their own events; the slice says how its record
 * looks at the door, how that is read back, and which events it writes.
 *
 * @param <R> the kind of record
 * @param <F> the form in which it is sent: the body of its command
 */
public abstract class RecordCorrections<R extends Recorded, F> implements Correctable {

    private final String kind;
    private final String aggregateType;
    private final Class<R> type;
    private final Class<F> form;
    private final LedgerStore store;
    private final EventCodec codec;

    /**
     * Corrections of a kind of record.
     *
     * @param kind          path name of its register
     * @param aggregateType simple name of its aggregate
     */
    protected RecordCorrections(String kind, String aggregateType, Class<R> type, Class<F> form, LedgerStore store,
            EventCodec codec) {
        this.kind = kind;
        this.aggregateType = aggregateType;
        this.type = type;
        this.form = form;
        this.store = store;
        this.codec = codec;
    }

    /** The record as it would have been sent. */
    protected abstract F formOf(R record);

    /**
     * A record read from what was sent, by all rules but those of phase and role; what is wrong is added to the checks.
     *
     * @param before the record whose id, campaign and person it keeps
     * @return the record; anything if something was wrong
     */
    protected abstract @Nullable R read(R before, F sent, CampaignRules rules, LocalDate today, Checks checks);

    /** The event that amends it. */
    protected abstract LedgerEvent corrected(R before, R after, CorrectionMark mark);

    /** The event that reverses it. */
    protected abstract LedgerEvent reversed(R before, CorrectionMark mark, @Nullable String mergedInto);

    @Override
    public boolean takes(CorrectionAction action) {
        return action.isOfRecords();
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public Map<String, Standing> standing(Collection<String> ids) {
        Map<String, Standing> found = new LinkedHashMap<>();
        Map<String, List<RecordedEvent>> events = store.readAggregates(ids);
        for (String id : ids) {
            List<RecordedEvent> own = events.getOrDefault(id, List.of());
            if (!own.isEmpty() && own.getFirst().aggregateType().equals(aggregateType)) {
                found.put(id, fold(own));
            }
        }
        return found;
    }

    private Standing fold(List<RecordedEvent> events) {
        @Nullable
        R state = null;
        @Nullable
        Long endedAt = null;
        for (RecordedEvent recorded : events) {
            LedgerEvent event = codec.decodePayload(recorded.type(), recorded.revision(), recorded.payload());
            if (type.isInstance(event)) {
                state = type.cast(event);
            } else if (event instanceof Amending<?> amending) {
                state = type.cast(amending.after());
            } else if (event instanceof Reversing<?>) {
                endedAt = recorded.position();
            }
        }
        if (state == null) {
            throw new IllegalStateException("aggregate " + events.getFirst().aggregateId() + " records nothing");
        }
        RecordedEvent first = events.getFirst();
        long last = events.getLast().sequence();
        return new Standing(kind, state.id(), state.campaign(), state.unit(), aggregateType, first.aggregateId(), last,
                last + 1, first.position(), endedAt, state);
    }

    /** The record as it stands. */
    protected final R record(Standing standing) {
        return type.cast(standing.state());
    }

    @Override
    public Map<String, Object> fields(Standing standing) {
        return shown(record(standing));
    }

    /** The fields of a record as an effect tells them; personal data only encrypted. */
    protected Map<String, Object> shown(R record) {
        return Changes.fields(formOf(record));
    }

    @Override
    public Map<String, Object> fieldsAfter(LedgerEvent event) {
        return event instanceof Amending<?> amending ? shown(type.cast(amending.after())) : Map.of();
    }

    @Override
    public Map<String, Object> sealed(Standing standing, Map<String, Object> changes) {
        return Changes.nested(changes);
    }

    @Override
    public LedgerEvent amended(Standing standing, Map<String, Object> changes, Circumstances circumstances) {
        R before = record(standing);
        F sent = Changes.bound(Changes.over(openFields(before), opened(before, changes)), form);
        Checks checks = new Checks();
        R after = read(before, sent, circumstances.campaign(), circumstances.today(), checks);
        if (!checks.passed()) {
            throw Changes.below(Refused.because(checks.violations()));
        }
        if (after == null || after.equals(before)) {
            throw Refused.because(Violation.of("changes", "changes-nothing"));
        }
        return corrected(before, after, circumstances.mark());
    }

    /** The record's fields as sent, to lay changes over. */
    protected Map<String, Object> openFields(R record) {
        return Changes.fields(formOf(record));
    }

    /** Sealed changes, made readable again. */
    protected Map<String, Object> opened(R record, Map<String, Object> changes) {
        return changes;
    }

    @Override
    public LedgerEvent reversed(Standing standing, @Nullable String mergedInto, Circumstances circumstances) {
        return reversed(record(standing), circumstances.mark(), mergedInto);
    }

    /** What is asked of every amended record: a unit of the campaign, a day inside its window. */
    protected static void checkPlaceAndDay(CampaignRules rules, @Nullable String unit, String dateField,
            @Nullable LocalDate day, LocalDate today, Checks checks) {
        if (unit != null) {
            checks.that(rules.units().containsKey(unit), "unit", "unknown-unit");
        }
        checks.required(day, dateField);
        if (day != null) {
            ItOccurredInsideTheWindow.check(rules, dateField, day, today).ifPresent(checks::add);
        }
    }
}
