package org.campaignledger.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A small campaign around today's date, in which a visitor can record. */
final class DemoToday {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private DemoToday() {}

    /** Opens it, once. */
    static void open(DemoDoor door) {
        LocalDate today = LocalDate.now(CHINA);
        String definition = DemoPlayer.read("campaigns/demo-today.yaml")
                .replace("${year}", Integer.toString(today.getYear()))
                .replace("${issued}", today.minusDays(40).toString())
                .replace("${from}", today.minusDays(30).toString())
                .replace("${mobiliseTo}", today.plusDays(60).toString())
                .replace("${recommendFrom}", today.plusDays(45).toString())
                .replace("${judgeFrom}", today.plusDays(61).toString())
                .replace("${judgeTo}", today.plusDays(75).toString())
                .replace("${summariseFrom}", today.plusDays(76).toString())
                .replace("${to}", today.plusDays(90).toString());
        DemoPlayer.must(door.send("admin", "/campaigns", "application/yaml", definition, "demo-open-today"), 201);
        for (int i = 0; i < 60; i++) {
            String unit = List.of("BJ", "SH", "GD", "FJ", "SC", "RAIL").get(i % 6);
            door.send(DemoSeason.reporterOf(unit), "/campaigns/demo/events", "application/json", """
                {"unit":"%s","kind":"OFFLINE_EVENT","title":"好网民示例活动 第%d场","place":"职工之家","contacts":%d,
                "occurredOn":"%s"}""".formatted(unit, i, 30 + i * 7 % 90, today.minusDays(i * 29L / 60)),
                    "demo-today-" + i);
        }
    }
}
