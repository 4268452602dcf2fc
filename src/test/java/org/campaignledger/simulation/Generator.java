package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
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
    private static final List<String> ID_NUMBERS = List.of("11010519491231002X", "440524188001010014",
            "110101199001011237");
    private static final List<String> CHANNELS = List.of("WEB", "WECHAT");
    private static final List<String> PHASES = List.of("MOBILISE", "MOBILISE", "RECOMMEND", "JUDGE", "HARVEST");

    private final Random random;

    Generator(long seed) {
        this.random = new Random(seed);
    }

    /** So many steps; parts are opened and recording begins early, so that most of what follows is possible. */
    List<Step> steps(int count) {
        Stream<Step> beginning = Stream.of(new Step.Phase("admin", "MOBILISE", Step.Phase.Change.OPEN, day()),
                new Step.OpenPart("admin", "FJ", "FJ-S1"));
        return Stream.concat(beginning, IntStream.range(2, count).mapToObj(i -> step())).toList();
    }

    private Step step() {
        int dice = random.nextInt(100);
        if (dice < 26) {
            String account = reporter();
            return new Step.Mobilize(account, unit(account), "第" + random.nextInt(6) + "工会", oneIn(3)
                    ? null
                    : "CODE" + random.nextInt(15), day());
        } else if (dice < 48) {
            String account = reporter();
            return new Step.Recruit(account, unit(account), phone(), oneIn(3) ? pick(ID_NUMBERS) : null, day());
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
        } else if (dice < 99 || !oneIn(4)) {
            return new Step.OpenPart(admin(), pick(List.of("FJ", "FJ", "GD", "ATLANTIS")), pick(List.of("FJ-S1",
                    "FJ-S2", "fj-s1", "GD", "GD-S1")));
        }
        return new Step.Close(admin());
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
