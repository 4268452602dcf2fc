package org.campaignledger.seal.verify.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignledger.seal.verify.event.Malformed;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.jspecify.annotations.Nullable;

/**
 * Holds published postings of a stretch against what its events post, one by one: what an event posts to one unit, category,
 * metric and date is compared as one amount. Not thread-safe.
 */
public final class Postings {

    private static final int FIELDS = 7;

    private final Map<Place, long[]> owed = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();

    /** What an event posts to. */
    private record Place(long position, Cell cell) {}

    /** Nothing yet. */
    public Postings() {}

    /** An event posts this. */
    void posted(long position, Cell cell, long amount) {
        owed.computeIfAbsent(new Place(position, cell), absent -> new long[1])[0] += amount;
    }

    /** What the event of a position posts is not known here. */
    void passOver(long position) {
        unknown.add(position);
    }

    /**
     * This line is published.
     *
     * @throws Malformed it is not one
     */
    public void published(String line) throws Malformed {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS || !fields[0].matches("-?[0-9]{1,18}") || !fields[6].matches("-?[0-9]{1,18}")) {
            throw new Malformed("this is no posting: " + (line.length() > 200 ? line.substring(0, 200) + " …" : line));
        }
        posted(Long.parseLong(fields[0]), new Cell(fields[1], fields[2], fields[3], fields[4], fields[5]),
                -Long.parseLong(fields[6]));
    }

    /**
     * What is wrong with the first event whose published postings are not what it posts; nothing where all are. A published
     * posting of an event that is not of the stretch is one that none makes.
     */
    public @Nullable Wrong first() {
        long first = Long.MAX_VALUE;
        for (Map.Entry<Place, long[]> one : owed.entrySet()) {
            long position = one.getKey().position();
            if (one.getValue()[0] != 0 && position < first && !unknown.contains(position)) {
                first = position;
            }
        }
        return first == Long.MAX_VALUE ? null : wrongAt(first);
    }

    private Wrong wrongAt(long position) {
        List<Map.Entry<Place, long[]>> all = owed.entrySet().stream()
                .filter(one -> one.getKey().position() == position && one.getValue()[0] != 0).toList();
        String lacking = told(all, 1);
        String tooMuch = told(all, -1);
        String sentence = lacking.isEmpty()
                ? "a posting is published that the event does not make: " + tooMuch
                : tooMuch.isEmpty()
                        ? "a posting that the event makes is not published: " + lacking
                        : "the event posts " + lacking + ", published is instead " + tooMuch;
        return Wrong.at(position, Fault.FIGURE, sentence);
    }

    /** Amounts that are owed, or with -1 published beyond what is owed. */
    private static String told(List<Map.Entry<Place, long[]>> all, int sign) {
        return all.stream().filter(one -> Long.signum(one.getValue()[0]) == sign)
                .map(one -> told(one.getKey().cell(), sign * one.getValue()[0])).sorted()
                .collect(Collectors.joining(", "));
    }

    private static String told(Cell cell, long amount) {
        return cell.metric() + " " + amount + " of campaign " + cell.campaign() + ", unit " + cell.unit()
                + (cell.category().isEmpty() ? "" : ", category " + cell.category()) + " on " + cell.date();
    }
}
