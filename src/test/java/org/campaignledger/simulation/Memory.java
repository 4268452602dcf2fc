package org.campaignledger.simulation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the ledger has answered so far, for those who name a record or a correction later. */
final class Memory {

    private static final String NOTHING = "no-such-record";

    private final Map<String, String> firstEvents = new ConcurrentHashMap<>();
    private final Map<Step.Kind, List<String>> records = new ConcurrentHashMap<>();
    private final List<Asked> corrections = new CopyOnWriteArrayList<>();

    /** A correction, and the version that was seen when it was asked for. */
    record Asked(String id, long version) {}

    void heldFirst(String likeness, String id) {
        firstEvents.putIfAbsent(likeness, id);
    }

    String firstLike(String likeness) {
        return firstEvents.getOrDefault(likeness, NOTHING);
    }

    void recorded(Step.Kind kind, String id) {
        records.computeIfAbsent(kind, none -> new CopyOnWriteArrayList<>()).add(id);
    }

    /** A record of this kind; the number may be any. */
    String record(Step.Kind kind, int number) {
        List<String> ids = records.getOrDefault(kind, List.of());
        return ids.isEmpty() ? NOTHING : ids.get(number % ids.size());
    }

    void asked(Asked correction) {
        corrections.add(correction);
    }

    /** A correction, counted from the latest. */
    @Nullable
    Asked correction(int number) {
        int size = corrections.size();
        return size == 0 ? null : corrections.get(size - 1 - number % size);
    }
}
