package org.campaignledger.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The season as a list of requests in the order of their days: some units ahead of their quota, some behind, a slow May
 * and a rush in September, a few records sent twice. The same seed gives the same season.
 */
final class DemoSeason {

    private static final String MEASURES = "measures";
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 5, 6);
    private static final LocalDate LAST_DAY = LocalDate.of(2019, 9, 30);
    private static final LocalDate LAST_SENT = LocalDate.of(2019, 10, 9);
    private static final List<String> CHANNELS = List.of("OFFLINE", "WEB", "WECHAT", "WEIBO", "APP", "SHORT_VIDEO",
            "BROADCAST", "PRINT");
    private static final List<String> TITLES = List.of("好网民进企业宣讲", "网络安全知识讲座", "班组好网民座谈会", "工间网络文明课堂", "职工网络素养培训",
            "网聚正能量主题日");
    private static final List<String> PLACES = List.of("职工之家", "厂区礼堂", "工人文化宫", "培训教室", "项目部会议室", "站前广场");

    /**
     * A unit of the season.
     *
     * @param code   its code
     * @param events its allocation
     */
    record Unit(String code, int events) {}

    private final Random random;
    private final double size;
    private final List<Unit> units;
    private final List<DemoCommand> commands = new ArrayList<>();
    private int number;

    DemoSeason(DemoProperties properties, List<Unit> units) {
        this.random = new Random(properties.seed());
        this.size = properties.size();
        this.units = units;
    }

    static String reporterOf(String unit) {
        return "demo-" + unit.toLowerCase(Locale.ROOT);
    }

    /** All requests, ordered by day and minute. */
    List<DemoCommand> play() {
        int quota = units.stream().mapToInt(Unit::events).sum();
        for (Unit unit : units) {
            double zeal = 0.62 + random.nextDouble() * 0.55;
            double share = (double) unit.events() / quota;
            repeat(1_000 * share * zeal, () -> mobilization(unit));
            repeat(20_000 * share * (zeal + 0.05), () -> propagandist(unit));
            repeat(unit.events() * zeal, () -> event(unit));
            reach(unit, share, zeal);
        }
        measures();
        commands.sort(Comparator.comparing(DemoCommand::on).thenComparingInt(DemoCommand::minute)
                .thenComparing(DemoCommand::key));
        return commands;
    }

    private void repeat(double times, Runnable one) {
        long count = Math.round(times * size);
        for (long i = 0; i < count; i++) {
            one.run();
        }
    }

    /** Later days are likelier than early ones: campaigns start slowly. */
    private LocalDate day() {
        long days = ChronoUnit.DAYS.between(FIRST_DAY, LAST_DAY) + 1;
        double slow = Math.pow(random.nextDouble(), 0.72);
        return FIRST_DAY.plusDays((long) (slow * days));
    }

    private void mobilization(Unit unit) {
        int n = ++number;
        LocalDate on = day();
        String body = """
            {"unit":"%s","organization":{"name":"%s","code":"DEMO%06d"},"employees":%d,"occurredOn":"%s"}"""
                .formatted(unit.code(), DemoPeople.union(n), n, 40 + random.nextInt(4_000), on);
        LocalDate sent = send(unit, on, "mobilizations", body, 201);
        if (random.nextInt(120) == 0) {
            again(unit, sent, "mobilizations", body);
        }
    }

    private void propagandist(Unit unit) {
        int n = ++number;
        LocalDate on = day();
        String phone = random.nextInt(3) == 0 ? ",\"phone\":\"" + DemoPeople.phone(n) + "\"" : "";
        String body = """
            {"unit":"%s","person":{"name":"%s","idNumber":"%s"%s},"employer":"%s","occurredOn":"%s"}"""
                .formatted(unit.code(), DemoPeople.name(n), DemoPeople.idNumber(n), phone,
                        DemoPeople.enterprise(1 + random.nextInt(900)), on);
        LocalDate sent = send(unit, on, "propagandists", body, 201);
        if (random.nextInt(900) == 0) {
            again(unit, sent, "propagandists", body);
        }
    }

    private void event(Unit unit) {
        int n = ++number;
        LocalDate on = day();
        boolean visit = random.nextInt(5) < 2;
        String where = visit
                ? "\"enterprise\":\"" + DemoPeople.enterprise(1 + random.nextInt(900)) + "\""
                : "\"place\":\"" + PLACES.get(random.nextInt(PLACES.size())) + "\"";
        long contacts = Math.round(40 + random.nextDouble() * random.nextDouble() * 620);
        String body = """
            {"unit":"%s","kind":"%s","title":"%s 第%d场",%s,"contacts":%d,"occurredOn":"%s"}"""
                .formatted(unit.code(), visit ? "ENTERPRISE_VISIT" : "OFFLINE_EVENT",
                        TITLES.get(random.nextInt(TITLES.size())), n, where, contacts, on);
        send(unit, on, "events", body, 201);
    }

    private void reach(Unit unit, double share, double zeal) {
        for (String channel : CHANNELS) {
            LocalDate from = FIRST_DAY;
            while (!from.isAfter(LAST_DAY)) {
                LocalDate to = from.plusDays(13).isAfter(LAST_DAY) ? LAST_DAY : from.plusDays(13);
                if (random.nextDouble() < Math.min(1, size * 2) * 0.9) {
                    double each = 100_000_000 * share * zeal / (CHANNELS.size() * 10.6);
                    long direct = Math.round(each * (0.55 + random.nextDouble() * 0.9));
                    long secondary = Math.round(direct * (1.2 + random.nextDouble() * 3));
                    send(unit, to, "reach-reports", """
                        {"unit":"%s","channel":"%s","from":"%s","to":"%s","direct":%d,"secondary":%d}"""
                            .formatted(unit.code(), channel, from, to, direct, secondary), 201);
                }
                from = to.plusDays(1);
            }
        }
    }

    /** Most units file most of what is asked of them; drawn apart, so that the rest of the season stays as it was. */
    private void measures() {
        Random own = new Random(MEASURES.hashCode());
        for (Unit unit : units) {
            for (DemoMeasures.Asked asked : DemoMeasures.OF_UNITS) {
                LocalDate on = FIRST_DAY.plusDays(own.nextInt(140));
                int minute = 8 * 60 + own.nextInt(600);
                if (own.nextInt(6) > 0) {
                    commands.add(new DemoCommand(on, minute, reporterOf(unit.code()), "/campaigns/2019/" + MEASURES,
                            asked.body("unit", unit.code(), on), "demo-measure-" + unit.code() + "-" + asked
                                    .requirement(), 201));
                }
            }
        }
    }

    /** Recorded up to a week after it occurred; what is sent in October still falls into the days of grace. */
    private LocalDate send(Unit unit, LocalDate occurredOn, String register, String body, int expects) {
        LocalDate later = occurredOn.plusDays((long) (Math.pow(random.nextDouble(), 3) * 8));
        LocalDate sent = later.isAfter(LAST_SENT) ? LAST_SENT : later;
        add(unit, sent, register, body, expects);
        return sent;
    }

    /** Someone records it once more some days later, and is refused. */
    private void again(Unit unit, LocalDate sent, String register, String body) {
        LocalDate later = sent.plusDays(3);
        if (!later.isAfter(LAST_SENT)) {
            add(unit, later, register, body, 409);
        }
    }

    private void add(Unit unit, LocalDate sent, String register, String body, int expects) {
        commands.add(new DemoCommand(sent, 8 * 60 + random.nextInt(600), reporterOf(unit.code()),
                "/campaigns/2019/" + register, body, "demo-" + commands.size(), expects));
    }
}
