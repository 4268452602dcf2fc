package org.campaignledger.judging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final int ALL = Integer.MAX_VALUE;
    private static final BiPredicate<String, String> OWN_UNIT = String::equals;

    @Test
    void theSameSeedDrawsTheSameWhateverTheOrderOfWhatCameIn() {
        List<Drawing.Needing> entries = new ArrayList<>(entries(200, "FJ", "GD", "BJ"));
        List<Drawing.Judge> judges = new ArrayList<>(judges(17, "FJ", "SH"));
        Drawing first = Drawing.of(entries, judges, 3, ALL, 42, OWN_UNIT);
        Collections.reverse(entries);
        Collections.shuffle(judges, new Random(1));
        assertThat(Drawing.of(entries, judges, 3, ALL, 42, OWN_UNIT)).isEqualTo(first);
        assertThat(Drawing.of(entries, judges, 3, ALL, 43, OWN_UNIT)).isNotEqualTo(first);
    }

    @Test
    void theGeneratorIsTheOneThatIsWrittenDown() {
        SplitMix random = new SplitMix(1234567);
        assertThat(List.of(Long.toUnsignedString(random.next()), Long.toUnsignedString(random.next()),
                Long.toUnsignedString(random.next()))).containsExactly("6457827717110365317", "3203168211198807973",
                        "9817491932198370423");
    }

    @Test
    void loadIsEvenToOneWhereNothingConflicts() {
        Drawing drawing = Drawing.of(entries(100, "FJ"), judges(7, "SH"), 3, ALL, 5, OWN_UNIT);
        assertThat(load(drawing).values()).allMatch(load -> load == 42 || load == 43);
        assertThat(drawing.drawn().values()).allMatch(judges -> Set.copyOf(judges).size() == 3);
        assertThat(drawing.shortfalls()).isEmpty();
    }

    @Test
    void nobodyIsDrawnForTheirOwnUnitNorAfterRecusing() {
        Random random = new Random(9);
        for (int round = 0; round < 50; round++) {
            List<Drawing.Judge> judges = judges(2 + random.nextInt(8), "FJ", "GD", "BJ");
            List<Drawing.Needing> entries = entries(20, "FJ", "GD", "BJ").stream()
                    .map(entry -> new Drawing.Needing(entry.id(), entry.unit(), Set.of(), Set.of("j01"))).toList();
            Drawing drawing = Drawing.of(entries, judges, 1 + random.nextInt(6), ALL, random.nextLong(), OWN_UNIT);
            Map<String, String> unitOf = new HashMap<>();
            judges.forEach(judge -> unitOf.put(judge.account(), judge.unit()));
            for (Drawing.Needing entry : entries) {
                List<String> drawn = drawing.drawn().getOrDefault(entry.id(), List.of());
                assertThat(drawn).doesNotContain("j01").noneMatch(judge -> entry.unit().equals(unitOf.get(judge)));
            }
        }
    }

    @Test
    void whatIsAssignedIsKeptAndCounts() {
        Drawing.Needing half = new Drawing.Needing("e", "FJ", Set.of("j00", "gone"), Set.of());
        Drawing drawing = Drawing.of(List.of(half), judges(3, "SH"), 3, ALL, 1, OWN_UNIT);
        assertThat(drawing.drawn().get("e")).hasSize(1).doesNotContain("j00");
    }

    @Test
    void itSaysForWhichEntriesThereAreTooFewAndWhy() {
        Drawing.Needing entry = new Drawing.Needing("e", "FJ", Set.of(), Set.of("j01"));
        Drawing drawing = Drawing.of(List.of(entry), judges(4, "FJ", "SH"), 3, ALL, 1, OWN_UNIT);
        assertThat(drawing.drawn().get("e")).containsExactly("j03");
        assertThat(drawing.shortfalls()).containsExactly(new Drawing.Shortfall("e", 1, 3, 2, 1));
    }

    @Test
    void theFirstSoManyAreDrawnForAndTheLoadOfTheOthersCounts() {
        List<Drawing.Needing> entries = new ArrayList<>(entries(4, "FJ"));
        entries.add(new Drawing.Needing("z", "FJ", Set.of("j00"), Set.of()));
        Drawing drawing = Drawing.of(entries, judges(3, "SH"), 1, 2, 1, OWN_UNIT);
        assertThat(drawing.drawn().keySet()).containsExactly("e0000", "e0001");
        assertThat(drawing.drawn().values()).doesNotContain(List.of("j00"));
    }

    @Test
    void entriesForWhichNobodyIsLeftTakeNoPlaceFromOthers() {
        List<Drawing.Needing> entries = List.of(new Drawing.Needing("a", "FJ", Set.of(), Set.of()),
                new Drawing.Needing("b", "GD", Set.of(), Set.of()));
        Drawing drawing = Drawing.of(entries, judges(2, "FJ"), 1, 1, 1, OWN_UNIT);
        assertThat(drawing.drawn().keySet()).containsExactly("b");
        assertThat(drawing.shortfalls()).extracting(Drawing.Shortfall::entry).containsExactly("a");
        assertThat(Drawing.waiting(entries, judges(2, "FJ"), 1, OWN_UNIT)).isEqualTo(1);
    }

    @Test
    void withoutJudgesEveryEntryIsShort() {
        Drawing drawing = Drawing.of(entries(2, "FJ"), List.of(), 1, ALL, 1, OWN_UNIT);
        assertThat(drawing.drawn()).isEmpty();
        assertThat(drawing.shortfalls()).hasSize(2);
    }

    private static Map<String, Integer> load(Drawing drawing) {
        Map<String, Integer> load = new HashMap<>();
        drawing.drawn().values().forEach(judges -> judges.forEach(judge -> load.merge(judge, 1, Integer::sum)));
        return load;
    }

    private static List<Drawing.Needing> entries(int number, String... units) {
        List<Drawing.Needing> entries = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            entries.add(new Drawing.Needing("e%04d".formatted(i), units[i % units.length], Set.of(), Set.of()));
        }
        return entries;
    }

    private static List<Drawing.Judge> judges(int number, String... units) {
        List<Drawing.Judge> judges = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            judges.add(new Drawing.Judge("j%02d".formatted(i), units[i % units.length]));
        }
        return judges;
    }
}
