package org.campaignledger.seal.verify.figure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
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

    private final Map<Place, Amounts> amounts = new HashMap<>();
    private final Set<Long> unknown = new HashSet<>();

    /** What an event posts to. */
    private record Place(long position, Cell cell) {}

    /** What is posted there by the event, and what is published of it. */
    private static final class Amounts {

        private long made;
        private long told;

        private boolean differ() {
            return made != told;
        }
    }

    /** Nothing yet. */
    public Postings() {}

    /** An event posts this. */
    void posted(long position, Cell cell, long amount) {
        at(position, cell).made += amount;
    }

    private Amounts at(long position, Cell cell) {
        return amounts.computeIfAbsent(new Place(position, cell), absent -> new Amounts());
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
        at(Long.parseLong(fields[0]), new Cell(fields[1], fields[2], fields[3], fields[4], fields[5])).told += Long
                .parseLong(fields[6]);
    }

    /**
     * What is wrong with the first event whose published postings are not what it posts; nothing where all are. A published
     * posting of an event that is not of the stretch is one that none makes.
     */
    public @Nullable Wrong first() {
        long first = Long.MAX_VALUE;
        for (Map.Entry<Place, Amounts> one : amounts.entrySet()) {
            long position = one.getKey().position();
            if (one.getValue().differ() && position < first && !unknown.contains(position)) {
                first = position;
            }
        }
        return first == Long.MAX_VALUE ? null : wrongAt(first);
    }

    private Wrong wrongAt(long position) {
        List<Map.Entry<Place, Amounts>> all = amounts.entrySet().stream()
                .filter(one -> one.getKey().position() == position && one.getValue().differ()).toList();
        String made = told(all, one -> one.made);
        String told = told(all, one -> one.told);
        String sentence = made.isEmpty()
                ? "a posting is published that the event does not make: " + told
                : told.isEmpty()
                        ? "a posting that the event makes is not published: " + made
                        : "the event posts " + made + ", published is instead " + told;
        return Wrong.at(position, Fault.FIGURE, sentence);
    }

    private static String told(List<Map.Entry<Place, Amounts>> all, ToLongFunction<Amounts> which) {
        return all.stream().filter(one -> which.applyAsLong(one.getValue()) != 0)
                .map(one -> told(one.getKey().cell(), which.applyAsLong(one.getValue()))).sorted()
                .collect(Collectors.joining(", "));
    }

    private static String told(Cell cell, long amount) {
        return cell.metric() + " " + amount + " of campaign " + cell.campaign() + ", unit " + cell.unit()
                + (cell.category().isEmpty() ? "" : ", category " + cell.category()) + " on " + cell.date();
    }
}
