package org.campaignledger.door;

import java.util.Arrays;
import java.util.List;

import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures closing, ranking and lists of a category of 100,000 entries and 1,000,000 scores, whose rows are made in the
 * database; decides nothing. Run by hand with {@code -Dmeasure=judging}.
 */
@AtTheDoor
@EnabledIfSystemProperty(named = "measure", matches = "judging")
class HowLongClosingTakesTest {

    private final JudgedCategory judging;
    private final Ledger ledger;

    HowLongClosingTakesTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger;
    }

    @Test
    void ofAHundredThousandEntriesAndAMillionScores() {
        judging.host.posts(judging.path("judging/open"), new Form().with("rubric", List.of(
                JudgedCategory.criterion("content", 4, 40), JudgedCategory.criterion("craft", 2, 20),
                JudgedCategory.criterion("form", 3, 30))).with("minScores", 3)
                .with("tieBreak", List.of("content", "form"))).isDone();
        ledger.database().sql("""
            insert into judging_entry select ? || '-' || e, ?, 'activity', 'FJ', 'RECOMMENDED'
            from generate_series(1, 100000) e""").params(ledger.campaign(), ledger.campaign()).update();
        ledger.database().sql(
                """
                    insert into judging_seat select ? || '-' || e, 'judge' || ((e * 7 + j) % 200), ?, 'activity', md5(e || '/' || j),
                        false, (random() * 40)::int || ',' || (random() * 20)::int || ',' || (random() * 30)::int, 1
                    from generate_series(1, 100000) e, generate_series(1, 10) j""")
                .params(ledger.campaign(), ledger.campaign()).update();
        ledger.database().sql("""
            insert into judging_panel select ? || '-' || e, 0, 10 from generate_series(1, 100000) e""")
                .params(ledger.campaign()).update();
        List.of("judging_seat", "judging_entry", "judging_panel")
                .forEach(table -> ledger.database().sql("vacuum analyze " + table).update());
        time("progress", () -> judging.host.gets(judging.path("judging")).isShown());
        long begin = System.nanoTime();
        judging.closes().isDone();
        System.out.printf("closing: %d ms%n", (System.nanoTime() - begin) / 1_000_000);
        time("first page of the ranking", () -> judging.host.gets(judging.path("ranking")).isShown());
        time("last page of the ranking", () -> judging.host.gets(judging.path("ranking?after=99900")).isShown());
        time("agreement", () -> judging.host.gets(judging.path("judging/agreement")).isShown());
        ledger.as("judge-bj");
        time("a judge's list", () -> ledger.as("judge-bj").reads("judging/assignments?limit=500").isShown());
    }

    private static void time(String what, Runnable question) {
        long[] millis = new long[what.equals("agreement") ? 3 : 20];
        for (int i = 0; i < millis.length; i++) {
            long begin = System.nanoTime();
            question.run();
            millis[i] = (System.nanoTime() - begin) / 1_000_000;
        }
        Arrays.sort(millis);
        System.out.printf("%s: median %d ms, greatest %d ms%n", what, millis[millis.length / 2],
                millis[millis.length - 1]);
    }
}
