package org.campaignledger.judging.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.campaignledger.judging.events.Terms;

/** Measures what closing a category of 100,000 entries and 1,000,000 scores costs; run by hand, decides nothing. */
final class HowLongALargeRankingTakes {

    private static final int ENTRIES = 100_000;
    private static final int JUDGES = 200;
    private static final int PER_ENTRY = 10;

    private HowLongALargeRankingTakes() {}

    public static void main(String[] arguments) {
        Terms terms = Judged.tiesBreakBy(Judged.terms(3, Judged.criterion("content", 40, "4"),
                Judged.criterion("form", 30, "3"), Judged.criterion("craft", 20, "2"),
                Judged.criterion("reach", 10, "1")), "content", "form");
        for (int round = 0; round < 4; round++) {
            List<Panel> panels = panels(terms, new Random(round));
            for (Terms each : List.of(terms, Judged.normalised(terms, 5))) {
                long begin = System.nanoTime();
                Ranking ranking = Ranking.of(each, panels);
                long ranked = System.nanoTime();
                RankingForm form = RankingForm.of("2019", "video", 1, each, ranking);
                long written = System.nanoTime();
                Agreement.of(each, panels);
                System.out.printf("%s: ranked in %d ms, written in %d ms (%d parts, %d bytes), agreement %d ms%n",
                        each.normalise() == null ? "plain" : "normalised", millis(begin, ranked),
                        millis(ranked, written), form.parts().size(),
                        form.parts().stream().mapToLong(part -> part.gzip().length).sum(),
                        millis(written, System.nanoTime()));
            }
        }
        draw();
    }

    private static void draw() {
        List<Drawing.Needing> entries = new ArrayList<>();
        List<Drawing.Judge> judges = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            entries.add(new Drawing.Needing("entry-" + i, "u" + i % 35, Set.of(), Set.of()));
        }
        for (int i = 0; i < JUDGES; i++) {
            judges.add(new Drawing.Judge("judge" + i, "u" + i % 35));
        }
        long begin = System.nanoTime();
        Drawing drawing = Drawing.of(entries, judges, PER_ENTRY, ENTRIES, 7, String::equals);
        System.out.printf("drawn in %d ms, %d short%n", millis(begin, System.nanoTime()),
                drawing.shortfalls().size());
    }

    private static List<Panel> panels(Terms terms, Random random) {
        List<Panel> panels = new ArrayList<>(ENTRIES);
        for (int e = 0; e < ENTRIES; e++) {
            List<Scored> scores = new ArrayList<>(PER_ENTRY);
            int first = random.nextInt(JUDGES);
            for (int j = 0; j < PER_ENTRY; j++) {
                scores.add(new Scored("judge" + (first + j) % JUDGES, terms.rubric().stream()
                        .mapToInt(criterion -> random.nextInt(criterion.max() + 1)).toArray(), false));
            }
            panels.add(new Panel("0193a4b2-%012d".formatted(e), scores));
        }
        return panels;
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }
}
