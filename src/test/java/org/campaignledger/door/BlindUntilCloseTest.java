package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 15: nothing that a judge can fetch varies with another judge's scores or with who submitted: bodies, lengths, tags,
 * order and counts. What may grow are global positions, and the log.
 */
@AtTheDoor
class BlindUntilCloseTest {

    private final JudgedCategory judged;
    private final Ledger ledger;

    BlindUntilCloseTest(Ledger shared) {
        this.judged = new JudgedCategory(shared);
        this.ledger = judged.ledger();
    }

    /** Everything that a judge can ask about this category and these entries. */
    private List<String> questions(List<String> entries) {
        String campaign = "/api/v1/campaigns/" + ledger.campaign();
        List<String> paths = new ArrayList<>(List.of(campaign + "/entries", campaign + "/entries?text=某市总工会",
                campaign + "/entries?unit=FJ", campaign + "/entries?state=RECOMMENDED", campaign + "/entries?limit=1",
                campaign + "/entries?category=activity", campaign + "/judging/assignments",
                campaign + "/categories/activity/judging", campaign + "/categories/activity/ranking",
                campaign + "/categories/activity/judging/agreement", campaign + "/showcase",
                campaign + "/progress/explain?metric=judged&category=activity",
                campaign + "/progress/explain?metric=submitted&category=activity",
                campaign + "/trail", campaign + "/trail?text=ScoreGiven", campaign + "/corrections",
                campaign + "/latest?limit=50", campaign + "/latest?unit=FJ",
                campaign + "/progress/series?metric=submitted&unit=FJ", campaign + "/progress/series?metric=judged",
                campaign + "/trail/changes?from=1", campaign + "/entry-counts",
                campaign + "/mobilizations", campaign
                        + "/categories/activity/contacts",
                "/c/" + ledger.campaign() + "/showcase.json", "/c/" + ledger.campaign() + "/showcase.atom"));
        for (String entry : entries) {
            paths.addAll(List.of("/api/v1/entries/" + entry, campaign + "/entries/" + entry,
                    "/api/v1/entries/" + entry + "/scores/mine", "/api/v1/entries/" + entry + "/judges",
                    "/api/v1/entries/" + entry + "/judges/judge-sh", "/api/v1/entries/" + entry + "/work",
                    "/api/v1/entries/" + entry + "/thumbnail"));
        }
        return paths;
    }

    /** What can be told from an answer, but for the growing position. */
    private static String told(Answer answer, Map<String, String> names) {
        String text = answer.status() + "\n" + answer.header("ETag") + "\n" + answer.header("Last-Modified") + "\n"
                + answer.header("Location") + "\n" + answer.header("Cache-Control") + "\n" + answer.bytes().length
                + "\n"
                + answer.text().replaceAll("\"(position|asOf|recordedUpTo)\":(\"[^\"]*\"|\\d+)", "\"$1\":0");
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text;
    }

    private Map<String, String> asked(Desk judge, List<String> entries) {
        Map<String, String> answers = new LinkedHashMap<>();
        questions(entries).forEach(path -> answers.put(path, told(judge.gets(path), Map.of())));
        return answers;
    }

    private static void settled(Ledger ledger, Answer last) {
        for (String path : List.of("progress", "showcase")) {
            ledger.asNobody().reads(path + "?waitFor=" + last.position()).isShown();
        }
        for (String path : List.of("entries", "trail", "categories/activity/judging")) {
            ledger.as("host-activity").reads(path + "?waitFor=" + last.position()).isShown();
        }
    }

    @Test
    void nothingVariesWithAnotherJudgesScores() {
        List<String> entries = judged.recommended("fj", 2);
        settled(ledger, judged.opened());
        Answer last = null;
        for (String entry : entries) {
            for (String judge : List.of("judge-bj", "judge-sh", "judge-gd")) {
                last = judged.assigned(entry, judge);
            }
        }
        Answer own = judged.scores("judge-bj", entries.getFirst(), 7, 7).isDone();
        settled(ledger, own);
        Desk judge = ledger.as("judge-bj");
        Map<String, String> before = asked(judge, entries);
        assertThat(before.values()).as("some of it is answered").anyMatch(answer -> answer.startsWith("200"));
        judged.scores("judge-sh", entries.get(0), 10, 10).isDone();
        judged.scores("judge-sh", entries.get(1), 0, 0).isDone();
        Answer other = judged.scores("judge-gd", entries.get(0), 3, 9).isDone();
        Answer recused = ledger.as("judge-gd").posts("/api/v1/entries/" + entries.get(1) + "/recuse").isDone();
        settled(ledger, recused);
        assertThat(asked(judge, entries)).isEqualTo(before);
        assertThat(other.position()).isGreaterThan(Objects.requireNonNull(last).position());
    }

    @Test
    void nothingVariesWithWhoSubmitted() {
        String ours = judged.recommended("fj", 1).getFirst();
        String theirs = judged.recommended("gd", 1).getFirst();
        judged.opened();
        judged.assigned(ours, "judge-bj");
        settled(ledger, judged.assigned(theirs, "judge-bj"));
        Desk judge = ledger.as("judge-bj");
        List<String> one = questions(List.of(ours));
        List<String> other = questions(List.of(theirs));
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).contains(ours)) {
                assertThat(told(judge.gets(one.get(i)), Map.of(ours, "ENTRY"))).as(one.get(i))
                        .isEqualTo(told(judge.gets(other.get(i)), Map.of(theirs, "ENTRY")))
                        .doesNotContain("FJ", "福建", "某市总工会");
            }
        }
    }

    /**
     * Position by position, everybody can find out when a unit's figures grew, and look up the moment. So what a judge sees
     * of an entry must hold neither a moment nor a place in a row.
     */
    @Test
    void whenAUnitSubmittedTellsNothingOfWhichEntriesAreItsOwn() {
        List<String> entries = new ArrayList<>();
        for (String unit : List.of("fj", "gd", "fj", "gd", "fj", "gd", "fj", "gd")) {
            entries.addAll(judged.recommended(unit, 1));
        }
        judged.opened();
        Answer last = null;
        for (String entry : entries) {
            last = judged.assigned(entry, "judge-bj");
        }
        settled(ledger, Objects.requireNonNull(last));
        List<Long> moments = submissionsOf("FJ", last.position());
        assertThat(moments).as("what everybody can find out").hasSize(4);
        Desk judge = ledger.as("judge-bj");
        for (String path : List.of("entries", "judging/assignments")) {
            List<String> listed = judge.reads(path).isShown().at("/items").valueStream()
                    .map(item -> item.path(path.equals("entries") ? "id" : "entry").stringValue()).toList();
            assertThat(listed).as("an order that follows from ids alone").containsExactlyElementsOf(entries.stream()
                    .sorted(Comparator.comparing(entry -> digest("judge-bj\n" + entry))).toList());
        }
        for (String entry : entries) {
            UUID id = UUID.fromString(entry);
            assertThat(id.version()).as("an id without a time").isEqualTo(4);
            assertThat(moments).noneMatch(moment -> Math.abs((id.getMostSignificantBits() >>> 16) - moment) < 60_000);
        }
    }

    /** As an attacker finds them out: at which positions the unit's figure grew, and when that was recorded. */
    private List<Long> submissionsOf(String unit, long head) {
        Map<Long, Instant> recorded = new HashMap<>();
        ledger.asNobody().reads("latest?limit=50&unit=" + unit).isShown().at("/items").forEach(item -> recorded
                .put(item.path("position").longValue(), Instant.parse(item.path("recordedAt").stringValue())));
        List<Long> moments = new ArrayList<>();
        long before = -1;
        for (long position = head - 120; position <= head; position++) {
            Answer series = ledger.asNobody().reads("progress/series?metric=submitted&unit=" + unit + "&position="
                    + Math.max(1, position));
            long now = series.status() == 200
                    ? series.at("/days").valueStream()
                            .mapToLong(day -> day.path("amount").longValue()).sum()
                    : 0;
            if (before >= 0 && now > before) {
                moments.add(Objects.requireNonNull(recorded.get(position)).toEpochMilli());
            }
            before = now;
        }
        return moments;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Test
    void theLatestRecordsTellNothingOfPanels() {
        List<String> entries = judged.scored();
        settled(ledger, judged.scores("judge-bj", entries.get(0), 1, 1).isDone());
        assertThat(ledger.asNobody().reads("latest?limit=50").isShown().at("/items").valueStream()
                .map(item -> item.path("type").stringValue())).contains("JudgingOpened", "EntryRecommended")
                .doesNotContain("ScoreGiven", "ScoreRevised", "JudgesAssigned", "JudgeRecused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"entries?text=某市总工会", "entries?unit=FJ", "entries?state=SUBMITTED",
            "entries?from=2030-01-01",
            "entries?kind=INDIVIDUAL"})
    void noFilterAnswersAQuestionThatABlindJudgeMustNotAsk(String filtered) {
        List<String> entries = judged.recommended("fj", 2);
        judged.opened();
        judged.assigned(entries.get(0), "judge-bj");
        settled(ledger, judged.assigned(entries.get(1), "judge-bj"));
        Desk judge = ledger.as("judge-bj");
        assertThat(judge.reads(filtered).isShown().json()).isEqualTo(judge.reads("entries").isShown().json());
        assertThat(judge.reads("entries").at("/items")).hasSize(2);
        assertThat(ledger.as("judge-sh").reads("entries").at("/items")).isEmpty();
    }

    @Test
    void theFigureOfTheJudgedStandsStillUntilTheClose() {
        List<String> entries = judged.scored();
        Answer last = judged.scores("judge-bj", entries.get(0), 1, 1).isDone();
        assertThat(judged.figure(last, "judged")).isZero();
        assertThat(judged.figure(judged.closes().isDone(), "judged")).isEqualTo(3);
    }
}
