package org.campaignledger.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays the collection of works: submitted from May, checked within days, recommended in September, judged in October,
 * awarded in November. Every request has its key, so that a season that was interrupted goes on where it stopped.
 */
final class DemoCollection {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2019, 5, 20);
    private static final LocalDate RECOMMENDING = LocalDate.of(2019, 9, 12);
    private static final LocalDate JUDGING = LocalDate.of(2019, 10, 9);
    private static final LocalDate CLOSING = LocalDate.of(2019, 10, 30);
    private static final LocalDate AWARDING = LocalDate.of(2019, 11, 6);
    private static final LocalDate SUMMING = LocalDate.of(2019, 11, 20);
    private static final int SUBMITTING_DAYS = 100;
    private static final List<String> JUDGES = List.of("demo-judge", "demo-judge-bj", "demo-judge-gd", "demo-judge-sc",
            "demo-judge-ln");
    private static final int PER_ENTRY = 3;
    private static final List<String> CRITERIA = List.of("主题", "创意", "表现");
    private static final List<String> LEVELS = List.of("一等奖", "二等奖", "三等奖", "优秀奖");

    private final DemoDoor door;
    private final DemoClock clock;
    private final Random random;
    private final Deque<Turn> turns;
    private final Map<String, String> entries = new HashMap<>();
    private final JsonMapper json = JsonMapper.shared();

    /** Something that happens at an instant. */
    private record Turn(Instant at, Runnable what) {}

    DemoCollection(DemoDoor door, DemoClock clock, DemoProperties properties, List<String> units) {
        this.door = door;
        this.clock = clock;
        this.random = new Random(properties.seed() + 1);
        int perCategory = (int) Math.max(4, Math.round(20 * Math.min(1, properties.size())));
        List<Turn> all = new ArrayList<>();
        List<DemoWorks.Made> works = new DemoWorks(properties.seed(), units).of(perCategory);
        for (int i = 0; i < works.size(); i++) {
            plan(i, works.get(i), all);
        }
        DemoWorks.CATEGORIES.forEach(category -> judge(category, all));
        DemoWorks.CATEGORIES.forEach(category -> measures(category, all));
        all.sort(Comparator.comparing(Turn::at)); // stable: what happens at once happens in the order planned
        this.turns = new ArrayDeque<>(all);
    }

    /** Who judges in the demo. */
    static Map<String, String> judges() {
        Map<String, String> judges = new LinkedHashMap<>();
        JUDGES.forEach(judge -> judges.put(judge, judge.equals("demo-judge")
                ? "SH"
                : judge.substring(judge.lastIndexOf('-') + 1).toUpperCase(java.util.Locale.ROOT)));
        return judges;
    }

    /** The host of a category in the demo. */
    static String hostOf(String category) {
        return category.equals("video") ? "demo-host" : "demo-host-" + category;
    }

    /** Everything that happens up to an instant and has not happened yet. */
    void until(Instant now) {
        while (!turns.isEmpty() && !turns.getFirst().at().isAfter(now)) {
            Turn next = turns.removeFirst();
            clock.moveTo(next.at());
            next.what().run();
        }
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atTime(10, 0).plusMinutes(minute).atZone(CHINA).toInstant();
    }

    /** Most are accepted; of the accepted most are recommended; one in ten is not eligible, one in twenty is taken back. */
    private void plan(int number, DemoWorks.Made work, List<Turn> all) {
        LocalDate submitted = FIRST.plusDays(random.nextInt(SUBMITTING_DAYS));
        String key = "demo-work-" + number;
        all.add(new Turn(at(submitted, number % 60), () -> submit(key, work)));
        int fate = random.nextInt(20);
        if (fate == 0) {
            all.add(new Turn(at(submitted.plusDays(1), 0), () -> act(DemoSeason.reporterOf(work.unit()), key,
                    "withdraw", "{\"reason\":\"作者要求修改后再交\"}")));
        } else if (fate <= 2) {
            all.add(new Turn(at(submitted.plusDays(3), 0), () -> act(hostOf(work.category()), key, "reject",
                    "{\"reason\":\"画面不清晰，不符合征集要求\"}")));
        } else {
            all.add(new Turn(at(submitted.plusDays(2), 0), () -> act(hostOf(work.category()), key, "accept", "{}")));
            if (fate > 5) {
                all.add(new Turn(at(RECOMMENDING, number % 300), () -> act(DemoSeason.reporterOf(work.unit()), key,
                        "recommend", "{}")));
            }
        }
    }

    private void submit(String key, DemoWorks.Made work) {
        String reporter = DemoSeason.reporterOf(work.unit());
        Map<String, Object> form = new LinkedHashMap<>(work.form());
        byte[] file = work.file();
        if (file != null) {
            form.put("work", tree(door.upload(reporter, "/campaigns/2019/works", file, key + "-file"), 201)
                    .get("sha256").stringValue());
        }
        entries.put(key, tree(door.post(reporter, "/campaigns/2019/entries", "application/json",
                json.writeValueAsString(form), key), 201).get("id").stringValue());
    }

    private JsonNode tree(DemoDoor.Reply reply, int expected) {
        if (reply.status() != expected) {
            throw new IllegalStateException("the demo expected " + expected + " and got " + reply.status() + ": "
                    + reply.body());
        }
        return json.readTree(reply.body());
    }

    private void act(String account, String key, String what, String body) {
        tree(door.post(account, "/entries/" + entries.get(key) + "/" + what, "application/json", body,
                key + "-" + what), 200);
    }

    private void judge(String category, List<Turn> all) {
        String host = hostOf(category);
        String path = "/campaigns/2019/categories/" + category;
        all.add(new Turn(at(JUDGING, 0), () -> {
            tree(door.post(host, path + "/judging/open", "application/json", rubric(), "demo-open-" + category), 200);
            JsonNode drawn = tree(door.post(host, path + "/judges/assign", "application/json", json.writeValueAsString(
                    Map.of(
                            "judges", JUDGES, "perEntry", PER_ENTRY, "seed", 2019)), "demo-draw-" + category), 201);
            score(category, drawn.path("position").asLong(0));
        }));
        all.add(new Turn(at(CLOSING, 0), () -> tree(door.post(host, path + "/judging/close", "application/json", "{}",
                "demo-close-" + category), 200)));
        all.add(new Turn(at(AWARDING, 0), () -> award(host, path)));
    }

    private String rubric() {
        List<Map<String, Object>> rubric = List.of(Map.of("criterion", CRITERIA.get(0), "weight", 2, "max", 10),
                Map.of("criterion", CRITERIA.get(1), "weight", 1, "max", 10),
                Map.of("criterion", CRITERIA.get(2), "weight", 1, "max", 10));
        return json.writeValueAsString(Map.of("rubric", rubric, "minScores", 2, "tieBreak", CRITERIA));
    }

    /** Judges see what is assigned to them, page by page, and score all of it. */
    private void score(String category, long position) {
        for (String judge : JUDGES) {
            String after = "";
            do {
                JsonNode page = json.readTree(door.get(judge, "/campaigns/2019/judging/assignments?limit=200&waitFor="
                        + position + after));
                for (JsonNode one : page.path("items")) {
                    if (one.path("category").asString("").equals(category)) {
                        score(judge, one.path("entry").asString(""));
                    }
                }
                after = page.has("next") ? "&after=" + page.get("next").stringValue() : "";
            } while (!after.isEmpty());
        }
    }

    private void score(String judge, String entry) {
        Random own = new Random((judge + entry).hashCode());
        Map<String, Integer> points = new LinkedHashMap<>();
        CRITERIA.forEach(criterion -> points.put(criterion, 5 + own.nextInt(6)));
        tree(door.put(judge, "/entries/" + entry + "/scores/mine", json.writeValueAsString(Map.of("scores", points)),
                "demo-score-" + judge + "-" + entry), 200);
    }

    /** The summaries come in November; one host is late with its commendations. */
    private void measures(String category, List<Turn> all) {
        for (DemoMeasures.Asked asked : DemoMeasures.OF_HOSTS) {
            if (!(category.equals("lesson") && asked.requirement().equals("COMMENDATION"))) {
                all.add(new Turn(at(SUMMING, 0), () -> tree(door.post(hostOf(category), "/campaigns/2019/measures",
                        "application/json", asked.body("category", category, SUMMING), "demo-measure-" + category + "-"
                                + asked.requirement()), 201)));
            }
        }
    }

    /** The first, two seconds, three thirds, and whoever else is in the first ten. */
    private void award(String host, String path) {
        JsonNode ranking = json.readTree(door.get(host, path + "/ranking?limit=10"));
        int place = 0;
        for (JsonNode line : ranking.path("lines")) {
            if (!line.has("rank") || place >= 10) {
                break;
            }
            String level = LEVELS.get(place == 0 ? 0 : place < 3 ? 1 : place < 6 ? 2 : 3);
            String entry = line.path("entry").asString("");
            tree(door.post(host, "/entries/" + entry + "/awards", "application/json",
                    json.writeValueAsString(Map.of("level", level)), "demo-award-" + entry), 201);
            place++;
        }
    }
}
