package org.campaignledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import org.awaitility.Awaitility;
import org.campaignledger.door.JudgedCategory;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/**
 * What a category of 100,000 entries and 1,000,000 scores costs at the door, one request after the other, client and
 * server in one process: submission, lists of judges, registers, progress, closing, ranking, showcase and feeds. The rows
 * are those of {@link JudgedRows}; what judges and reporters do goes through commands and events, and awards are events
 * ({@link GrantedAwards}). Written to
 * {@code target/bench/judging.md}.
 */
@AtTheDoor
class JudgingBench {

    private static final int WARM = 30;
    private static final int TIMES = Integer.getInteger("bench.requests", 200);
    private static final String LIMIT = "100 ms";
    private static final int FEW = 20;

    private final List<String> rows = new ArrayList<>();
    private final JudgedCategory judging;
    private final Ledger ledger;
    private final Ledger showing;
    private final Random random = new Random(5);

    JudgingBench(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger();
        this.showing = shared.withCampaign(form -> form.with("/categories/1/showRecommended", true));
    }

    @Test
    void a_large_category_is_judged() throws IOException {
        try {
            List<String> entries = fill();
            submission();
            judge(entries);
            registers();
            host("categories/activity/judging", "the host's progress");
            closing();
            host("categories/activity/ranking?limit=100&after=", "a page of the ranking", JudgedRows.ENTRIES - 200);
            showcase();
            agreement();
        } finally {
            Path file = Path.of("target", "bench", "judging.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "| measured | p50 ms | p99 ms | asked |\n|---|---|---|---|\n"
                    + String.join("\n", rows) + "\n");
        }
    }

    private List<String> fill() {
        List<String> entries = judging.recommended("fj", 5);
        judging.host().posts(path("judging/open"), new Form().with("rubric", List.of(criterion("content", 4, 40),
                criterion("craft", 2, 20), criterion("form", 3, 30))).with("minScores", 3)
                .with("tieBreak", List.of("content", "form"))).isDone();
        entries.forEach(entry -> judging.assigned(entry, "judge-bj"));
        JudgedRows made = new JudgedRows(ledger.database());
        made.judged(ledger.campaign());
        made.shown(ledger.campaign());
        made.shown(showing.campaign());
        return entries;
    }

    private static tools.jackson.databind.JsonNode criterion(String name, int weight, int max) {
        return new Form().with("criterion", name).with("weight", weight).with("max", max).json();
    }

    private String path(String what) {
        return judging.host().path("categories/activity/" + what);
    }

    private void submission() {
        Desk reporter = ledger.as("fj");
        time("POST an entry", LIMIT, number -> reporter.sentence("entries", new Form().with("category", "activity")
                .with("submitter.kind", "UNION").with("submitter.name", "某市总工会").with("title", "岗位建功" + number)
                .with("description", "线下活动，线上传播。")).asItIs().isRecorded());
    }

    private void judge(List<String> entries) {
        Desk judge = ledger.as("judge-bj");
        String some = ledger.campaign() + "-";
        time("a judge's list, 100", LIMIT, number -> judge.reads("judging/assignments?limit=100&after=" + some
                + random.nextInt(JudgedRows.ENTRIES)).isShown());
        time("a judge's entries, 50", LIMIT, number -> judge.reads("entries").isShown());
        time("a judge's entry", LIMIT, number -> judge.gets("/api/v1/entries/" + entries.get(number % entries.size()))
                .isShown());
        time("PUT a score", LIMIT, number -> judging.ledger().as("judge-bj").puts("/api/v1/entries/"
                + entries.get(number % entries.size()) + "/scores/mine", new Form().with("scores.content", number % 40)
                        .with("scores.craft", 7).with("scores.form", 9))
                .isDone());
        time("a judge's progress", LIMIT, number -> judge.reads("categories/activity/judging").isShown());
    }

    private void registers() {
        Desk admin = ledger.asAdmin();
        for (String query : List.of("", "?category=activity", "?state=SUBMITTED", "?state=REJECTED",
                "?category=activity&state=ACCEPTED", "?category=activity&state=RECOMMENDED", "?unit=FJ",
                "?unit=FJ&category=activity&state=SUBMITTED", "?category=video", "?category=activity&kind=INDIVIDUAL",
                "?text=练兵77", "?text=无此作品", "?text=No such work", "?category=activity&text=无此作品",
                "?unit=FJ&text=无此作品")) {
            String encoded = query.replace(" ", "%20");
            time("the register of entries " + query, LIMIT, number -> admin.reads("entries" + java.net.URI.create(
                    encoded)
                    .toASCIIString()).isShown());
        }
        host("entries?state=SUBMITTED", "the host's register ?state=SUBMITTED");
    }

    private void host(String what, String name) {
        time(name, LIMIT, number -> judging.host().reads(what).isShown());
    }

    private void host(String what, String name, int below) {
        time(name, LIMIT, number -> judging.host().reads(what + random.nextInt(below)).isShown());
    }

    private void closing() {
        long begin = System.nanoTime();
        judging.host().posts(path("judging/close")).isDone();
        row("closing, the first of this process", millis(begin), millis(begin), "5 s");
    }

    /** In one campaign every work is awarded, in the other one in twenty, and the others are shown too. */
    private void awards() {
        GrantedAwards awards = new GrantedAwards(ledger.bean(LedgerStore.class), ledger.bean(EventCodec.class));
        awards.granted(ledger.campaign(), 1);
        long last = awards.granted(showing.campaign(), FEW);
        Awaitility.await().atMost(Duration.ofMinutes(10)).until(() -> showing.asNobody().reads("showcase?waitFor="
                + last).status() == 200);
    }

    private void showcase() {
        awards();
        for (Ledger one : List.of(ledger, showing)) {
            String works = one == ledger ? "all awarded" : "recommended and awarded";
            time("the first page of the showcase, " + works, LIMIT, number -> one.asNobody().reads("showcase")
                    .isShown());
            time("a page of the showcase, " + works, LIMIT, number -> one.asNobody().reads("showcase?category=activity"
                    + "&after=" + cursor(one)).isShown());
            time("a work of the showcase, " + works, LIMIT, number -> one.asNobody().reads("showcase/"
                    + one.campaign() + "-" + (1 + random.nextInt(JudgedRows.ENTRIES))).isShown());
            for (String feed : List.of("atom", "json")) {
                time("the feed showcase." + feed + ", 500 works, " + works, LIMIT, number -> one.asNobody().gets("/c/"
                        + one.campaign() + "/showcase." + feed).isFound());
            }
        }
    }

    private String cursor(Ledger one) {
        int awards = one == ledger ? JudgedRows.ENTRIES : JudgedRows.ENTRIES / FEW;
        boolean awarded = one == ledger || random.nextBoolean();
        String sort = "activity/" + "%09d".formatted(awarded ? random.nextInt(awards) : 999_999_999)
                + "/" + one.campaign() + "-" + random.nextInt(JudgedRows.ENTRIES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sort.getBytes(
                java.nio.charset.StandardCharsets.UTF_8));
    }

    private void agreement() {
        long begin = System.nanoTime();
        judging.host().reads("categories/activity/judging/agreement").isShown();
        row("agreement of judges", millis(begin), millis(begin), "");
    }

    private void time(String what, String asked, IntConsumer request) {
        for (int i = 0; i < WARM; i++) {
            request.accept(i);
        }
        double[] millis = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begin = System.nanoTime();
            request.accept(WARM + i);
            millis[i] = millis(begin);
        }
        Arrays.sort(millis);
        row(what, millis[TIMES / 2], millis[(int) (TIMES * 0.99)], asked);
    }

    private static double millis(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }

    private void row(String what, double median, double p99, String asked) {
        String row = "| %s | %.1f | %.1f | %s |".formatted(what, median, p99, asked);
        rows.add(row);
        System.out.println(row);
    }
}
