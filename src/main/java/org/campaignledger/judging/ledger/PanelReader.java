package org.campaignledger.judging.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.model.Panel;
import org.campaignledger.judging.model.Scored;

/**
 * Reads what {@code judging_panel.given} holds: {@code JUDGE:POINTS} with spaces between, a {@code !} behind those of a
 * judge who has recused, points in the order of the criteria's names with commas between. Names of accounts hold none of
 * these signs.
 */
final class PanelReader {

    private static final String RECUSED = "!";

    /** Of each criterion by name, its place in the rubric. */
    private final int[] order;
    private final Map<String, String> judges = new ConcurrentHashMap<>(); // a million scores share few names

    PanelReader(Terms terms) {
        Map<String, Integer> rubric = new TreeMap<>();
        for (int i = 0; i < terms.rubric().size(); i++) {
            rubric.put(terms.rubric().get(i).criterion(), i);
        }
        order = rubric.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** An entry with these scores; may be asked side by side. */
    Panel panel(String entry, String given) {
        List<Scored> scores = new ArrayList<>(10);
        int from = 0;
        while (from < given.length()) {
            int colon = given.indexOf(':', from);
            int space = given.indexOf(' ', colon);
            int end = space < 0 ? given.length() : space;
            boolean recused = given.startsWith(RECUSED, end - 1);
            String judge = judges.computeIfAbsent(given.substring(from, colon), name -> name);
            scores.add(new Scored(judge, points(given, colon + 1, recused ? end - 1 : end), recused));
            from = end + 1;
        }
        return new Panel(entry, scores);
    }

    private int[] points(String text, int begin, int end) {
        int[] points = new int[order.length];
        int at = begin;
        for (int place : order) {
            int number = 0;
            while (at < end && text.charAt(at) != ',') {
                number = number * 10 + text.charAt(at++) - '0';
            }
            points[place] = number;
            at++;
        }
        return points;
    }
}
