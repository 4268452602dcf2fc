package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** What several do at once comes out as if they had done it one after the other; rules are never stale (rule 5). */
@AtTheDoor
class AtTheSameTimeTest {

    private static final int MANY = 12;

    private final Ledger ledger;

    AtTheSameTimeTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
    }

    private static List<Answer> accepted(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() < 300).toList();
    }

    private static void justOne(List<Answer> answers) {
        assertThat(accepted(answers)).hasSize(1);
        answers.stream().filter(answer -> answer.status() >= 300).forEach(answer -> answer.isRefusedWith(409,
                "duplicate-record"));
    }

    @Test
    void aUnionIsCountedOnce() {
        List<Callable<Answer>> both = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String who = i % 2 == 0 ? "fj" : "gd";
            both.add(() -> ledger.as(who).mobilizes(union("同时").code("ATONCE123")).on("2019-06-01"));
        }
        justOne(AtOnce.all(both));
    }

    /** Each shares one number with the next, so that of any two neighbours at most one is recorded. */
    @Test
    void aPersonIsCountedOnceByEachNumber() {
        List<String> numbers = IntStream.rangeClosed(0, MANY).mapToObj(i -> anIdNumber()).toList();
        List<Callable<Answer>> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String phone = "1355555" + (1_000 + i / 2);
            String number = numbers.get((i + 1) / 2);
            all.add(() -> ledger.as("fj").recruits(person("同时").phone(phone).idNumber(number)).on("2019-06-01"));
        }
        List<Answer> answers = AtOnce.all(all);
        for (int i = 1; i < MANY; i++) {
            assertThat(accepted(answers.subList(i - 1, i + 1)).size()).isLessThanOrEqualTo(1);
        }
        assertThat(accepted(answers)).isNotEmpty();
    }

    @Test
    void aDayIsReportedOnce() {
        justOne(AtOnce.all(IntStream.range(0, MANY).mapToObj(i -> (Callable<Answer>) () -> ledger.as("fj").reports(
                reach(
                        "WEB", i)).between("2019-06-0" + (9 - i % 5), "2019-06-" + (10 + i))).toList()));
    }

    @Test
    void everyoneIsAnsweredAndEverythingIsThere() {
        Desk fujian = ledger.as("fj");
        long before = ledger.head();
        List<Answer> answers = AtOnce.each(40, () -> fujian.mobilizes(aUnion()).on("2019-06-01"));
        assertThat(answers).allSatisfy(Answer::isRecorded);
        assertThat(answers.stream().map(Answer::position).distinct()).hasSize(40);
        assertThat(ledger.head()).isEqualTo(before + 40);
        assertThat(ledger.progressAfter(before + 40).at("/targets/0/actual").longValue()).isEqualTo(40);
    }

    @Test
    void partsAreOpenedSideBySide() {
        List<Answer> answers = AtOnce.all(IntStream.range(0, MANY).mapToObj(i -> (Callable<Answer>) () -> ledger
                .asAdmin().opensSubUnit("FJ", "FJ-AT" + i, "某市")).toList());
        assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
        assertThat(ledger.asAuditor().reads("units/FJ/sub-units").isShown().json()).hasSize(accepted(answers).size());
        justOne(AtOnce.each(MANY, () -> ledger.asAdmin().opensSubUnit("GD", "GD-ONE", "某市")));
    }

    /** Outside MOBILISE only RECOMMEND lets it be recorded: nothing may be, from the position of its closing on. */
    @Test
    void nothingIsRecordedOnRulesThatHaveChanged() {
        for (int round = 0; round < 3; round++) {
            Ledger other = ledger.withCampaign(form -> form);
            other.asAdmin().opens("RECOMMEND").isDone();
            List<Callable<Answer>> all = new ArrayList<>();
            all.add(() -> {
                Thread.sleep(15);
                return other.asAdmin().closes("RECOMMEND").isDone();
            });
            for (int i = 0; i < 8; i++) {
                all.add(() -> {
                    Answer last = other.as("fj").mobilizes(aUnion()).on("2019-10-05");
                    for (int n = 0; n < 15 && last.status() == 201; n++) {
                        last = other.as("fj").mobilizes(aUnion()).on("2019-10-05");
                    }
                    return last;
                });
            }
            long closing = AtOnce.all(all).getFirst().position();
            assertThat(other.asAuditor().reads("mobilizations?limit=500&waitFor=" + closing).isShown().at("/items")
                    .valueStream().map(item -> item.get("position").longValue())).allMatch(at -> at < closing);
            other.as("fj").mobilizes(aUnion()).on("2019-10-05").isRefusedWith(422, "phase-not-open");
        }
    }
}
