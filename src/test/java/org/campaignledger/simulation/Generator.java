package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what people try, right and wrong, from so few names, numbers and days that they get into each other's way.
 * The same seed makes up the same.
 */
final class Generator {

    private static final List<String> REPORTERS = List.of("fj", "fj", "gd", "gd", "fj-s1", "fj-s2");
    private static final List<String> OTHERS = List.of("admin", "auditor", "judge-fj");
    private static final List<String> UNITS = List.of("FJ", "FJ", "GD", "FJ-S1", "FJ-S2", "BJ", "ATLANTIS");
    static final List<String> ID_NUMBERS = List.of("11010519491231002X", "440524188001010014",
            "110101199001011237");
    static final List<String> CHANNELS = List.of("WEB", "WECHAT");
    private static final List<String> PHASES = List.of("MOBILISE", "MOBILISE", "RECOMMEND", "JUDGE", "HARVEST");

    private final Random random;

    Generator(long seed) {
        this.random = new Random(seed);
    }

    /** So many steps; parts are opened and recording begins early, so that most of what follows is possible. */
    List<Step> steps(int count) {
        Stream<Step> beginning = Stream.of(new Step.Phase("admin", "MOBILISE", Step.Phase.Change.OPEN, day()),
                new Step.OpenPart("admin", "FJ", "FJ-S1"));
        return Stream.concat(beginning, IntStream.range(2, count).boxed().flatMap(i -> steps((double) i / count)))
                .limit(count).toList();
    }

    /** Corrections wait for something to correct; the campaign is closed late, if at all. */
    private Stream<Step> steps(double done) {
        if (done < 0.15) {
            return Stream.of(usual());
        } else if (done > 0.9 && oneIn(20)) {
            return Stream.of(new Step.Close(admin()));
        }
        return oneIn(3)
                ? oneIn(6) ? overtaken() : andDecided(asking(kind()))
                : oneIn(5) ? Stream.of(decision()) : oneIn(20) ? andDecided(revision()) : Stream.of(usual());
    }

    /** Two want the same record corrected, and the later is agreed to first. */
    private Stream<Step> overtaken() {
        Step.Kind kind = kind();
        int number = random.nextInt(10);
        return Stream.of(asking("admin", kind, number), asking("admin", kind, number), new CorrectionStep.Decide(
                "checker", 0, CorrectionStep.Verdict.APPROVE_AS_ASKED), new CorrectionStep.Decide("checker", 1,
                        CorrectionStep.Verdict.APPROVE_AS_ASKED));
    }

    /** Half of them are decided at once by somebody who may; the rest waits, and is overtaken. */
    private Stream<Step> andDecided(CorrectionStep.Asking correction) {
        if (oneIn(2)) {
            return Stream.of(correction);
        } else if (oneIn(8)) {
            return Stream.of(correction, new CorrectionStep.Decide(correction.account(), 0,
                    CorrectionStep.Verdict.WITHDRAW));
        }
        String checker = correction.account().equals("checker") ? "admin" : "checker";
        return Stream.of(correction, new CorrectionStep.Decide(checker, 0, oneIn(6)
                ? CorrectionStep.Verdict.REJECT
                : CorrectionStep.Verdict.APPROVE_AS_ASKED));
    }

    private Step usual() {
        int dice = random.nextInt(100);
        if (dice < 26) {
            String account = reporter();
            return new Step.Mobilize(account, unit(account), "第" + random.nextInt(6) + "工会", oneIn(3)
                    ? null
                    : "CODE" + random.nextInt(15), day());
        } else if (dice < 48) {
            String account = reporter();
            return new Step.Recruit(account, unit(account), "某职工", phone(), oneIn(3) ? pick(ID_NUMBERS) : null, day());
        } else if (dice < 72) {
            String account = reporter();
            return new Step.Hold(account, unit(account), "第" + random.nextInt(4) + "场", contacts(), oneIn(4), day());
        } else if (dice < 88) {
            String account = reporter();
            LocalDate from = day();
            return new Step.Report(account, unit(account), pick(CHANNELS), from, from.plusDays(random.nextInt(9) - 1L),
                    random.nextInt(1_000), random.nextInt(1_000));
        } else if (dice < 94) {
            return new Step.Phase(admin(), pick(PHASES), pick(List.of(Step.Phase.Change.values())), LocalDate.of(2019,
                    10, 1).plusDays(random.nextInt(20)));
        }
        return new Step.OpenPart(admin(), pick(List.of("FJ", "FJ", "GD", "ATLANTIS")), pick(List.of("FJ-S1",
                "FJ-S2", "fj-s1", "GD", "GD-S1")));
    }

    private Step.Kind kind() {
        return pick(List.of(Step.Kind.values()));
    }

    private CorrectionStep.Asking asking(Step.Kind kind) {
        String account = oneIn(3) ? reporter() : pick(List.of("admin", "admin", "checker"));
        // Several corrections of the same few get into each other's way.
        return asking(account, kind, random.nextInt(oneIn(2) ? 2 : 30));
    }

    private CorrectionStep.Asking asking(String account, Step.Kind kind, int number) {
        return switch (random.nextInt(8)) {
            case 0 -> new CorrectionStep.Reverse(account, kind, number);
            case 1 -> new CorrectionStep.Merge(account, kind, number, random.nextInt(20));
            default -> new CorrectionStep.Amend(account, kind, number, new Changing(random, this::day).of(kind));
        };
    }

    /** So many decisions, as two make them who have nothing else to do. */
    List<Step> decisions(String account, int count) {
        return IntStream.range(0, count).<Step>mapToObj(i -> new CorrectionStep.Decide(account, random.nextInt(6),
                verdict())).toList();
    }

    /** Mostly on one of the latest, mostly by somebody who may. */
    private CorrectionStep decision() {
        String account = oneIn(4) ? pick(List.of("admin", "admin", "fj", "auditor")) : "checker";
        return new CorrectionStep.Decide(account, random.nextInt(8), verdict());
    }

    private CorrectionStep.Verdict verdict() {
        return oneIn(2)
                ? pick(List.of(CorrectionStep.Verdict.values()))
                : oneIn(2) ? CorrectionStep.Verdict.APPROVE : CorrectionStep.Verdict.APPROVE_AS_ASKED;
    }

    /** Three units share what is theirs; mostly it adds up. */
    private CorrectionStep.Asking revision() {
        String account = oneIn(6) ? "fj" : pick(List.of("admin", "checker"));
        long more = pick(List.of(0L, 60L));
        long one = random.nextInt(80);
        Map<String, Long> shares = new TreeMap<>(Map.of("FJ", 100 + one, "GD", 100 - one, oneIn(8) ? "FJ-S1" : "BJ",
                100 + more + (oneIn(6) ? 1 : 0)));
        return switch (random.nextInt(4)) {
            case 0 -> new CorrectionStep.ReviseTarget(account, "events", 3_000 + more, shares);
            case 1 -> new CorrectionStep.ReviseTarget(account, pick(List.of("contacts", "secondaryReach")), 1_000
                    * random.nextInt(4), oneIn(6) ? shares : Map.of());
            case 2 -> new CorrectionStep.Reallocate(account, shares);
            default -> new CorrectionStep.ReviseBounds(account, pick(List.of(300L, 100_000L, 200_000L)));
        };
    }

    private String reporter() {
        return oneIn(20) ? pick(OTHERS) : pick(REPORTERS);
    }

    private String admin() {
        return oneIn(8) ? pick(List.of("fj", "auditor")) : "admin";
    }

    /** Mostly one's own. */
    private String unit(String account) {
        return oneIn(4) || !account.matches("fj|gd|fj-s\\d") ? pick(UNITS) : account.toUpperCase(java.util.Locale.ROOT);
    }

    private @Nullable String phone() {
        return oneIn(6) ? null : oneIn(12) ? "123" : "1390000" + (1_000 + random.nextInt(12));
    }

    private long contacts() {
        return oneIn(12) ? -1 : oneIn(12) ? 100_001 : random.nextInt(500);
    }

    /** Some days around the beginning, the end of MOBILISE and the end of the window. */
    private LocalDate day() {
        return pick(List.of(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 6, 1), LocalDate.of(2019, 6, 1), LocalDate.of(
                2019, 9, 28), LocalDate.of(2019, 10, 3), LocalDate.of(2019, 11, 28)))
                .plusDays(random.nextInt(6) - (oneIn(10) ? 3L : 0L));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
