package org.campaignledger.door.hostile;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What was asked, what came of it, and what was found. */
final class Tally {

    private static final int MOST_TOLD = 60;

    private final Map<Integer, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Map<Place.In, AtomicInteger> kinds = new ConcurrentSkipListMap<>();
    private final Set<String> places = ConcurrentHashMap.newKeySet();
    private final Map<String, String> found = new ConcurrentSkipListMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();

    void asked(Operation operation, Place place) {
        places.add(operation + " " + place);
        kinds.computeIfAbsent(place.in(), in -> new AtomicInteger()).incrementAndGet();
    }

    void answered(int status) {
        requests.incrementAndGet();
        answers.computeIfAbsent(status, code -> new AtomicInteger()).incrementAndGet();
    }

    /** A text that was accepted was found as it was sent. */
    void keptAsSent() {
        kept.incrementAndGet();
    }

    /** Each kind of fault is told once for each operation, as it was first met. */
    void found(String fault, Asked asked, Reply reply, String lane) {
        String text = reply.text();
        String key = fault.startsWith("tells")
                ? fault
                : asked.operation() + " " + asked.what().replaceFirst(" .*", "") + " "
                        + fault;
        found.putIfAbsent(key, fault + "\n  "
                + asked.operation() + ", wrong: " + asked.what() + ", " + lane + "\n  answer: " + reply.status() + " "
                + reply.mediaType() + " " + text.substring(0, Math.min(400, text.length())).replace('\n', ' ') + "\n  "
                + asked.curl());
    }

    int requests() {
        return requests.get();
    }

    boolean hasAsked(Operation operation, Place place) {
        return places.contains(operation + " " + place);
    }

    int kept() {
        return kept.get();
    }

    int places() {
        return places.size();
    }

    int answers(int status) {
        AtomicInteger count = answers.get(status);
        return count == null ? 0 : count.get();
    }

    Map<String, String> faults() {
        return found;
    }

    /** Everything that was found, to be read by whoever mends it. */
    String told() {
        return found.size() + " faults\n" + found.values().stream().limit(MOST_TOLD).collect(Collectors.joining(
                "\n\n"));
    }

    @Override
    public String toString() {
        return requests + " requests at " + places.size() + " places " + kinds + ", answers " + answers + ", " + kept
                + " accepted texts found as sent, " + found.size() + " faults";
    }
}
