package org.campaignledger.platform.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Recorded;
import org.campaignledger.kernel.Reversing;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one kind of record, as its events make them: recorded, amended, reversed.
 *
 * @param <R> the kind of record
 */
final class RecordVersions<R extends Recorded> {

    private final Class<R> type;
    private final Function<R, RecordForm> form;

    RecordVersions(Class<R> type, Function<R, RecordForm> form) {
        this.type = type;
        this.form = form;
    }

    boolean concerned(LedgerEvent event) {
        return type.isInstance(event)
                || event instanceof Amending<?> amending && type.isInstance(amending.after())
                || event instanceof Reversing<?> reversing && type.isInstance(reversing.before());
    }

    Optional<RegisterRow> row(LedgerEntry entry) {
        if (!type.isInstance(entry.event())) {
            return Optional.empty();
        }
        R record = type.cast(entry.event());
        RecordForm shown = form.apply(record);
        return Optional.of(new RegisterRow(record.id(), entry.position(), record.campaign(), record.unit(),
                shown.occurredOn(), entry.recordedAt(), RegisterRow.RECORDED, shown.fields(), shown.search()));
    }

    Optional<RegisterChange> change(LedgerEntry entry) {
        LedgerEvent event = entry.event();
        if (event instanceof Amending<?> amending && type.isInstance(amending.after())) {
            R after = type.cast(amending.after());
            RecordForm shown = form.apply(after);
            return Optional.of(new RegisterChange(after.id(), entry.position(), entry.recordedAt(), after.unit(),
                    shown.occurredOn(), RegisterRow.AMENDED, amending.correction().correction(), shown.fields(), true,
                    shown.search()));
        }
        if (event instanceof Reversing<?> reversing && type.isInstance(reversing.before())) {
            return Optional.of(reversed(entry, reversing));
        }
        return Optional.empty();
    }

    /** What stood stays to be seen, struck through. */
    private static RegisterChange reversed(LedgerEntry entry, Reversing<?> event) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>();
        if (event.mergedInto() != null) {
            more.put("mergedInto", event.mergedInto());
        }
        return new RegisterChange(event.id(), entry.position(), entry.recordedAt(), null, null,
                event.mergedInto() == null ? RegisterRow.REVERSED : RegisterRow.MERGED,
                event.correction().correction(), more, false, null);
    }
}
