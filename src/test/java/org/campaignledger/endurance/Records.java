package org.campaignledger.endurance;

import java.time.LocalDate;
import java.util.Random;

/** Bodies of the four records of one unit, each with natural keys of its own. */
final class Records {

    private static final String[] CHANNELS = {"WEB", "WECHAT", "WEIBO", "APP", "SHORT_VIDEO", "BROADCAST", "PRINT",
            "OFFLINE", "OTHER"};
    private static final LocalDate FIRST = LocalDate.of(2019, 5, 1);
    private static final int DAYS = 153;

    private final String unit;
    private final int number;
    private final Random random;
    private int made;
    private int reports;

    /** What is posted, and the register in which it must then be. */
    record Body(String register, String json) {}

    Records(String unit, int number, long seed) {
        this.unit = unit;
        this.number = number;
        this.random = new Random(seed + number);
    }

    /** Another record, of any of the four kinds. */
    Body next() {
        made++;
        return switch (random.nextInt(4)) {
            case 0 -> new Body("mobilizations", """
                {"unit":"%s","organization":{"name":"工会 %d","code":"C%02d%06d"},"employees":%d,"occurredOn":"%s"}"""
                    .formatted(unit, made, number, made, random.nextInt(5_000), day()));
            case 1 -> new Body("propagandists", """
                {"unit":"%s","person":{"name":"王小明","phone":"13%02d%07d"},"occurredOn":"%s"}"""
                    .formatted(unit, number, made, day()));
            case 2 -> new Body("events", """
                {"unit":"%s","kind":"OFFLINE_EVENT","title":"活动 %d","place":"广场","contacts":%d,"occurredOn":"%s"}"""
                    .formatted(unit, made, random.nextInt(1_000), day()));
            default -> reachReport();
        };
    }

    /** No two of a unit and channel share a day (rule 10); when all are told, events are held. */
    private Body reachReport() {
        int report = reports++;
        if (report >= CHANNELS.length * DAYS) {
            return new Body("events",
                    """
                        {"unit":"%s","kind":"ENTERPRISE_VISIT","title":"走访 %d","enterprise":"厂","contacts":1,"occurredOn":"%s"}"""
                            .formatted(unit, made, day()));
        }
        LocalDate day = FIRST.plusDays(report / CHANNELS.length);
        return new Body("reach-reports", """
            {"unit":"%s","channel":"%s","from":"%s","to":"%s","direct":%d,"secondary":%d}"""
                .formatted(unit, CHANNELS[report % CHANNELS.length], day, day, random.nextInt(10_000),
                        random.nextInt(100_000)));
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }
}
