package org.campaignledger.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.campaignledger.mobilization.events.MobilizationEvent;
import org.campaignledger.mobilization.events.UnitMobilized;

/** Events of one real slice, in the form in which they are stored, for tests of what reads them. */
public final class TestEvents {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 1);
    private static final byte[] METADATA = "{\"account\":\"fj\",\"role\":\"REPORTER\"}".getBytes(
            StandardCharsets.UTF_8);

    private TestEvents() {}

    /** What a context contributes so that they can be read. */
    public static EventTypes types() {
        return EventTypes.of(MobilizationEvent.class);
    }

    /** The codec of just these. */
    public static EventCodec codec() {
        return new EventCodec(List.of(types()));
    }

    /** A union of this name, mobilised as the aggregate's event of this sequence. */
    public static NewEvent event(EventCodec codec, String aggregate, long sequence, String name) {
        var mobilized = new UnitMobilized(aggregate, "2019", "FJ", new UnitMobilized.Organization(name, null), null,
                DAY);
        return new NewEvent(UUID.randomUUID(), "Mobilization", aggregate, sequence, codec.typeOf(mobilized),
                codec.revisionOf(mobilized), codec.encode(mobilized), METADATA, List.of(), aggregate, "FJ");
    }

    /** So many events, each of an aggregate of its own, in one append. */
    public static AppendReceipt append(LedgerStore store, EventCodec codec, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(codec, UUID.randomUUID().toString(), 0, "union " + i));
        }
        return store.append(Append.of(events));
    }

    /** The name of the union that an entry is about. */
    public static String nameIn(LedgerEntry entry) {
        return ((UnitMobilized) entry.event()).organization().name();
    }
}
