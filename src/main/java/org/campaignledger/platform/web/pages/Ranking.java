package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The units in the order of what they have reached, each with its season as a small line.
 *
 * @param metric    what is ranked
 * @param order     by what: {@code share} of the quota, {@code actual}, {@code missing}, or the notice's own order
 * @param kind      REGION or INDUSTRY; absent where all are shown
 * @param hasQuotas whether the units have a quota of this metric; without one there is no share
 * @param rows      the units, first the one that leads
 */
record Ranking(String metric, String order, @Nullable String kind, boolean hasQuotas, List<Row> rows) {

    /** What can be ranked by. */
    static final List<String> ORDERS = List.of("share", "actual", "missing", "notice");

    private static final int HEIGHT = 24;
    private static final int WIDTH = 100;

    /**
     * A unit.
     *
     * @param rank   its place; those that have reached the same share one
     * @param fill   width of its bar
     * @param line   the path of its season in a box of 100 by 24; empty where nothing has happened yet
     * @param spoken the line in words
     */
    record Row(
            int rank, String code, String name, String figure, String target, String share, String missing,
            int step, String fill, String line, String spoken) {}

    private record Standing(CampaignFace.Unit unit, Balance.Figure figure) {

        long quota() {
            Long target = figure.target();
            return target == null ? 0 : target;
        }

        double share() {
            return quota() == 0 ? 0 : (double) figure.actual() / quota();
        }

        long missing() {
            return Math.max(0, quota() - figure.actual());
        }
    }

    static Ranking of(CampaignFace face, Balance balance, JsonNode sparklines, Asked asked, LocalDate until,
            Language language) {
        PageTexts texts = PageTexts.in(language);
        Figures figures = new Figures(language, texts);
        List<Standing> standings = new ArrayList<>(face.units().stream()
                .filter(unit -> asked.kind() == null || unit.kind().equals(asked.kind()))
                .map(unit -> new Standing(unit, balance.figure(unit.code(), asked.metric()))).toList());
        boolean quotas = standings.stream().anyMatch(each -> each.quota() > 0);
        Comparator<Standing> order = order(asked.order(), quotas);
        if (order != null) {
            standings.sort(order);
        }
        Map<String, JsonNode> lines = new HashMap<>();
        sparklines.path("units").forEach(line -> lines.put(line.path("unit").asString(""), line.path("cumulative")));
        int weeks = weeks(sparklines.path("days"), until);
        double part = WIDTH * Math.clamp((double) ChronoUnit.DAYS.between(face.from(), until)
                / Math.max(1, ChronoUnit.DAYS.between(face.from(), face.to())), 0, 1);
        long greatest = standings.stream().mapToLong(each -> each.figure().actual()).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        int rank = 0;
        Standing before = null;
        for (Standing each : standings) {
            rank = before != null && order != null && order.compare(before, each) == 0 ? rank : rows.size() + 1;
            before = each;
            rows.add(row(rank, each, quotas ? each.quota() : greatest, quotas, path(lines.get(each.unit().code()),
                    weeks, each.figure().actual(), part), figures, texts, language));
        }
        return new Ranking(asked.metric(), asked.order(), asked.kind(), quotas, rows);
    }

    /** What is asked of a ranking. */
    record Asked(String metric, String order, @Nullable String kind) {

        static Asked of(CampaignFace face, @Nullable String metric, @Nullable String order, @Nullable String kind) {
            String known = face.targets().stream().map(CampaignFace.Target::metric).filter(each -> each.equals(metric))
                    .findFirst().orElseGet(() -> Tiles.allocated(face));
            return new Asked(known, order != null && ORDERS.contains(order) ? order : "share",
                    "REGION".equals(kind) || "INDUSTRY".equals(kind) ? kind : null);
        }
    }

    private static @Nullable Comparator<Standing> order(String order, boolean quotas) {
        Comparator<Standing> most = Comparator.comparingLong((Standing each) -> each.figure().actual()).reversed();
        return switch (order) {
            case "notice" -> null;
            case "missing" -> Comparator.comparingLong(Standing::missing).reversed();
            case "actual" -> most;
            default -> quotas ? Comparator.comparingDouble(Standing::share).reversed() : most;
        };
    }

    private static Row row(int rank, Standing each, long whole, boolean quotas, String line, Figures figures,
            PageTexts texts, Language language) {
        long actual = each.figure().actual();
        String name = each.unit().name().in(language);
        return new Row(rank, each.unit().code(), name, figures.exact(actual), quotas ? figures.exact(each.quota()) : "",
                each.quota() > 0 ? figures.share(actual, each.quota()) : "", quotas
                        ? figures.exact(each.missing())
                        : "",
                each.quota() > 0 ? Tiles.step(actual, each.quota()) : 3, Cards.part(actual, whole), line, texts.fill(
                        "js.ranking.line", Map.of("unit", name, "n", figures.exact(actual))));
    }

    /** How many weeks of the season are over by a day. */
    private static int weeks(JsonNode days, LocalDate until) {
        int weeks = 0;
        while (weeks < days.size() && LocalDate.parse(days.get(weeks).asString()).isBefore(until)) {
            weeks++;
        }
        return weeks;
    }

    /** The weeks that are over, and what is reached by the day that is shown, which stands so far along the line. */
    private static String path(@Nullable JsonNode line, int weeks, long actual, double end) {
        if (line == null || actual <= 0) {
            return "";
        }
        long top = actual;
        for (int week = 0; week < weeks; week++) {
            top = Math.max(top, line.get(week).asLong());
        }
        StringBuilder path = new StringBuilder("M0 ").append(HEIGHT - 1);
        for (int week = 0; week < weeks; week++) {
            path.append(point(Math.min(end, (double) WIDTH * (week + 1) / line.size()), line.get(week).asLong(), top));
        }
        return path.append(point(end, actual, top)).toString();
    }

    private static String point(double along, long amount, long top) {
        return String.format(Locale.ROOT, "L%.1f %.1f", along, HEIGHT - 1 - (HEIGHT - 3.0) * Math.max(0, amount)
                / top);
    }
}
