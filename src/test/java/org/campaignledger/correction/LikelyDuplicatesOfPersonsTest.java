package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Persons are compared by their names, and no name, nor anything made from it, is kept, logged or answered (rule 23). */
@AtTheDoor
class LikelyDuplicatesOfPersonsTest {

    private static final String NAME = "慕容无迹无踪";
    private static final String PHONE = "13800000042";
    private static final String EMPLOYER = "榕江纺织公司";

    private final Ledger ledger;
    private final Desk admin;
    private final String number = anIdNumber();

    LikelyDuplicatesOfPersonsTest(Ledger ledger) {
        this.ledger = ledger;
        this.admin = ledger.asAdmin();
    }

    private Answer shown() {
        return admin.reads("duplicates?kind=propagandists").isShown();
    }

    private void run() {
        admin.posts(admin.path("duplicates/run")).isShown();
    }

    private List<String> traces(String... answers) {
        List<String> traces = new ArrayList<>();
        for (String text : List.of(NAME, number, PHONE)) {
            traces.addAll(InTheClear.placesOf(ledger, text));
            for (String answer : answers) {
                InTheClear.formsOf(text).stream().filter(answer::contains).forEach(traces::add);
            }
        }
        return traces;
    }

    @Test
    void twoRecordsOfOnePersonAreFoundAndNothingIsTold() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        Answer byPhone = ledger.as("fj").recruits(person(NAME).phone(PHONE).with("employer", EMPLOYER))
                .on("2019-06-01").isRecorded();
        Answer byNumber = ledger.as("gd").recruits(person(NAME).idNumber(number).with("employer", EMPLOYER))
                .on("2019-06-02").isRecorded();
        ledger.as("gd").recruits(person("另有其人").phone("13800000043").with("employer", EMPLOYER)).on("2019-06-02")
                .isRecorded();
        run();
        Answer listed = shown();
        root.detachAppender(log);
        assertThat(listed.at("/items")).hasSize(1);
        assertThat(listed.at("/items/0/score").intValue()).isEqualTo(75);
        assertThat(listed.at("/items/0/records/0").propertyNames()).containsExactlyInAnyOrder("id", "position", "unit",
                "occurredOn", "employer");
        assertThat(listed.at("/items/0/records/0/id").stringValue()).isEqualTo(byPhone.id());
        assertThat(listed.at("/items/0/records/1/id").stringValue()).isEqualTo(byNumber.id());
        List<String> columns = ledger.database().sql("""
            select column_name from information_schema.columns where table_name = 'likely_duplicate'""")
                .query(String.class).list();
        assertThat(columns).containsExactlyInAnyOrder("campaign", "kind", "record_a", "record_b", "position_a",
                "position_b", "unit_a", "unit_b", "score", "reasons", "listed_at_position");
        assertThat(traces(listed.text(), log.list.toString())).isEmpty();
        whoIsErasedGoesAtOnce(byPhone);
    }

    private void whoIsErasedGoesAtOnce(Answer recruited) {
        String subject = admin.gets(recruited.location()).isShown().at("/subject").stringValue();
        Answer erased = admin.erases(subject, "本人书面申请").isDone();
        assertThat(shown().at("/items")).isEmpty();
        admin.reads("duplicates?kind=propagandists&waitFor=" + erased.position()).isShown();
        assertThat(ledger.database().sql("select count(*) from likely_duplicate where campaign = ?")
                .param(ledger.campaign()).query(Long.class).single()).isZero();
        run();
        assertThat(shown().at("/runs/0/records").intValue()).isEqualTo(2);
    }
}
