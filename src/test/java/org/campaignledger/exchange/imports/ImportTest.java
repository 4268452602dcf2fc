package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Workbooks.csv;
import static org.campaignledger.testing.Workbooks.row;
import static org.campaignledger.testing.Workbooks.withSheetData;
import static org.campaignledger.testing.Workbooks.xlsx;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records come from sheets as they would come one by one. */
@AtTheDoor
class ImportTest {

    private static final String PEOPLE = "unit,person.name,person.phone,employer,occurredOn";

    private final Ledger ledger;
    private Desk fujian;

    ImportTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    @BeforeEach
    void aCampaignOfItsOwn() {
        fujian = ledger.withAnotherCampaign().as("fj");
    }

    @Test
    void everyRowBecomesARecord() {
        Importing done = Importing.of(fujian, "propagandists", csv(PEOPLE, "FJ,表甲," + aPhone() + ",某钢铁厂,2019-06-01",
                "FJ,表乙," + aPhone() + ",,2019-06-02")).is("DONE", 2, 0);
        assertThat(done.problems()).isEmpty();
        assertThat(done.register("propagandists")).hasSize(2)
                .extracting(item -> item.at("/person/name").stringValue()).containsExactlyInAnyOrder("表甲", "表乙");
        assertThat(done.json().path("total").longValue()).isEqualTo(2);
        assertThat(done.json().path("eta").longValue()).isZero();
    }

    @Test
    void aWorkbookSaysTheSameByItsChineseLabels() {
        Importing.of(fujian, "events", xlsx(List.of(
                List.of("活动日期", "见面职工人数", "类型", "活动名称", "企业", "地点", "单位"),
                List.of(LocalDate.of(2019, 6, 1), 35, "入企走访", "走进甲厂", "甲厂", "", "FJ"),
                Arrays.asList("2019年6月2日", "１,２００", "OFFLINE_EVENT", " 宣讲 ", null, "礼堂", "福建省"),
                List.of(43619, 7, "线下活动", "又一场宣讲", "", "广场", "fj"))))
                .is("DONE", 3, 0).register("events").forEach(event -> {
                    assertThat(event.path("unit").stringValue()).isEqualTo("FJ");
                    assertThat(event.path("occurredOn").stringValue()).isIn("2019-06-01", "2019-06-02", "2019-06-03");
                    assertThat(event.path("contacts").longValue()).isIn(35L, 1200L, 7L);
                });
    }

    @Test
    void textOfAChineseSpreadsheetIsRead() {
        assertThat(Importing.of(fujian, "mobilizations", csv(Charset.forName("GB18030"), "单位;基层工会名称;动员日期",
                "FJ;龘龘机械厂工会;2019/6/1")).is("DONE", 1, 0).register("mobilizations"))
                .extracting(item -> item.at("/organization/name").stringValue()).containsExactly("龘龘机械厂工会");
        Importing.of(fujian, "mobilizations", csv(StandardCharsets.UTF_16, "单位\t基层工会名称\t动员日期", "FJ\t丙工会\t20190601"))
                .is("DONE", 1, 0);
    }

    @Test
    void everythingThatIsWrongIsToldRowByRowAndTheGoodOnesStay() {
        Answer before = fujian.recruits(person("先到者").phone("13800000131")).on("2019-06-01").isRecorded();
        String twice = aPhone();
        Importing done = Importing.of(fujian, "propagandists", csv(PEOPLE, "FJ,好的," + aPhone() + ",,2019-06-01",
                "FJ,,12345,,明天", "", "GD,外省," + aPhone() + ",,2019-06-01", "FJ,重复,138 0000 0131,,2019-06-01",
                "FJ,一次," + twice + ",,2019-06-01", "FJ,两次," + twice + ",,2019-06-01",
                "FJ,=公式," + aPhone() + ",,2018-06-01")).is("DONE", 2, 5);
        assertThat(done.problems()).containsExactlyInAnyOrder("3 person.name missing", "3 person.phone invalid-phone",
                "3 occurredOn not-a-date", "5  foreign-unit", "6 person.phone duplicate-record",
                "8 person.phone duplicate-in-file", "9 person.name formula-in-cell", "9 occurredOn outside-window");
        assertThat(done.json().path("rows").findValue("existing").path("id").stringValue()).isEqualTo(before.id());
    }

    @Test
    void aDryRunWritesNothingAndTellsTheSame() {
        String twice = aPhone();
        byte[] sheet = csv(PEOPLE, "FJ,干甲," + twice + ",,2019-06-01", "FJ,干乙," + twice + ",,2019-06-01",
                "FJ,干丙,1,,2019-06-01");
        Importing dry = Importing.dry(fujian, "propagandists", sheet).is("DONE", 1, 2);
        assertThat(dry.problems()).containsExactlyInAnyOrder("3 person.phone duplicate-in-file",
                "4 person.phone invalid-phone");
        assertThat(dry.register("propagandists")).isEmpty();
        Importing wet = Importing.of(fujian, "propagandists", sheet).is("DONE", 1, 2);
        assertThat(wet.problems()).isEqualTo(dry.problems());
    }

    /** A run that goes on passes over megabytes of rows that are settled, and does not take that for the end. */
    @Test
    void aRunThatGoesOnWritesWhatIsLeftBehindLongRows() {
        StringBuilder sheet = new StringBuilder("unit,kind,title,place,contacts,occurredOn\n");
        for (int i = 0; i < 900; i++) {
            sheet.append("FJ,OFFLINE_EVENT,").append("长".repeat(10_000)).append(",广场,1,2019-06-01\n");
        }
        sheet.append("FJ,OFFLINE_EVENT,最后一场,广场,1,2019-06-01\n");
        var database = ledger.database();
        database.sql("create function broken_off() returns trigger language plpgsql as"
                + " 'begin new.settled_row := 901; return new; end'").update();
        database.sql("create trigger broken_off before insert on import_job for each row execute function broken_off()")
                .update();
        try {
            assertThat(Importing.of(fujian, "events", sheet.toString().getBytes(StandardCharsets.UTF_8)).is("DONE", 1,
                    0)
                    .register("events")).extracting(event -> event.path("title").stringValue()).containsExactly("最后一场");
        } finally {
            database.sql("drop trigger broken_off on import_job").update();
            database.sql("drop function broken_off").update();
        }
    }

    @Test
    void theSameFileAgainCountsOnce() {
        byte[] sheet = csv(PEOPLE, "FJ,一回," + aPhone() + ",,2019-06-01", "FJ,二回," + aPhone() + ",,2019-06-01");
        Importing.of(fujian, "propagandists", sheet).is("DONE", 2, 0).again(0);
        Importing again = Importing.of(fujian, "propagandists", sheet).is("DONE", 2, 0).again(2);
        assertThat(again.register("propagandists")).hasSize(2);
        Importing.dry(fujian, "propagandists", sheet).is("DONE", 2, 0).again(2);
        Importing.whole(fujian, "propagandists", sheet).is("DONE", 2, 0).again(2);
    }

    @Test
    void allRowsAreWrittenOrNone() {
        String good = "FJ,整甲," + aPhone() + ",,2019-06-01";
        Importing none = Importing.whole(fujian, "propagandists", csv(PEOPLE, good, "FJ,整乙,1,,2019-06-01"))
                .is("REFUSED", 0, 1).isRefusedFor("rows-refused");
        assertThat(none.register("propagandists")).isEmpty();
        Importing all = Importing.whole(fujian, "propagandists", csv(PEOPLE, good, "FJ,整丙," + aPhone()
                + ",,2019-06-01")).is("DONE", 2, 0);
        List<Long> positions = new ArrayList<>();
        all.register("propagandists").forEach(item -> positions.add(item.path("position").longValue()));
        assertThat(positions).hasSize(2);
        assertThat(ledger.asAuditor().gets("/api/v1/trail/" + positions.getFirst()).isShown().text())
                .contains("correlation");
    }

    @Test
    void anUploadSentTwiceIsOneImport() {
        byte[] sheet = csv(PEOPLE, "FJ,双击," + aPhone() + ",,2019-06-01");
        Desk keyed = fujian.sending("Idempotency-Key", "sheet-1");
        Answer first = keyed.uploads(keyed.path("imports/propagandists"), sheet);
        Answer second = keyed.uploads(keyed.path("imports/propagandists"), sheet).isAReplay();
        assertThat(second.id()).isEqualTo(first.id());
        keyed.uploads(keyed.path("imports/propagandists"), csv(PEOPLE)).isRefusedWith(422, "idempotency-key-reused");
    }

    @Test
    void theSheetComesBackWithItsErrors() {
        String phone = aPhone();
        Importing done = Importing.of(fujian, "propagandists", xlsx(List.of(
                List.of("单位", "姓名", "手机号", "招募日期"),
                List.of("FJ", "对的", phone, LocalDate.of(2019, 6, 1)), List.of("FJ", "错的", "1", "六月一日"))))
                .is("DONE", 1, 1);
        Importing mended = Importing.of(fujian, "propagandists", done.sheet()).is("DONE", 0, 2);
        assertThat(mended.problems()).contains("2 person.phone duplicate-record", "3 occurredOn not-a-date");
        String text = new String(Importing.of(fujian, "propagandists", csv("单位,姓名,手机号,招募日期", "FJ,错的,1,六月一日"))
                .sheet(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF单位,姓名,手机号,招募日期,错误").contains("FJ,错的,1,六月一日,", "手机号：", "招募日期：");
        ledger.as("gd").gets("/api/v1/imports/" + done.id() + "/sheet").isRefusedWith(404, "not-found");
        ledger.asAdmin().gets("/api/v1/imports/" + done.id() + "/sheet").isRefusedWith(403, "wrong-role");
    }

    @Test
    void whatAPersonIsCalledStandsNowhereInTheClear() {
        Importing done = Importing.of(fujian, "propagandists", csv(PEOPLE, "FJ,表中独一无二," + aPhone() + ",,2019-06-01",
                "FJ,表中独一无二,1,,2019-06-01")).is("DONE", 1, 1);
        assertThat(done.problems()).isNotEmpty();
        assertThat(InTheClear.placesOf(ledger, "表中独一无二")).isEmpty();
    }

    @Test
    void othersImportsAreNotThere() {
        Importing done = Importing.of(fujian, "propagandists", csv(PEOPLE, "FJ,他人," + aPhone() + ",,2019-06-01"));
        ledger.as("gd").gets("/api/v1/imports/" + done.id()).isRefusedWith(404, "not-found");
        ledger.asAuditor().gets("/api/v1/imports/" + done.id()).isShown();
        assertThat(ledger.as("gd").gets("/api/v1/imports").isShown().text()).doesNotContain(done.id());
        assertThat(fujian.gets("/api/v1/imports?limit=1").isShown().at("/items/0/id").stringValue())
                .isEqualTo(done.id());
    }

    @Test
    void whatIsNoSheetIsRefusedAtOnce() {
        fujian.uploads(fujian.path("imports/propagandists"), new byte[]{1, 2, 3, 0})
                .isRefusedWith(422, "not-a-sheet");
        fujian.uploads(fujian.path("imports/unicorns"), csv(PEOPLE)).isRefusedWith(404, "not-found");
        ledger.asAdmin().uploads(fujian.path("imports/propagandists"), csv(PEOPLE)).isRefusedWith(403, "wrong-role");
    }

    @Test
    void aHeaderThatDoesNotFitIsToldWhole() {
        Importing.of(fujian, "propagandists", csv("姓名,手机号", "甲,乙")).isRefusedFor("missing-columns");
        Importing.of(fujian, "propagandists", csv(PEOPLE + ",血型", "FJ")).isRefusedFor("unknown-columns");
        Importing.of(fujian, "propagandists", csv(PEOPLE + ",姓名", "FJ")).isRefusedFor("repeated-columns");
        Importing.of(fujian, "propagandists", csv(PEOPLE)).isRefusedFor("no-rows");
    }

    @Test
    void anEndedImportIsNotStopped() {
        Importing done = Importing.of(fujian, "propagandists", csv(PEOPLE, "FJ,停止," + aPhone() + ",,2019-06-01"));
        assertThat(fujian.posts("/api/v1/imports/" + done.id() + "/cancel").at("/state").stringValue())
                .isEqualTo("DONE");
        ledger.as("gd").posts("/api/v1/imports/" + done.id() + "/cancel").isRefusedWith(404, "not-found");
    }

    @Test
    void anEventThatIsDistinctFromAnEarlierRowSaysSoByTheFormerId() {
        Importing.of(fujian, "events", csv("id,unit,kind,title,place,contacts,occurredOn,distinctFrom",
                "old-1,FJ,线下活动,同名宣讲,礼堂,10,2019-06-01,", "old-2,FJ,线下活动,同名宣讲,礼堂,20,2019-06-01,old-1",
                "old-3,FJ,线下活动,同名宣讲,礼堂,30,2019-06-01,")).is("DONE", 2, 1);
    }

    @Test
    void aDryRunKnowsRowsThatReferToOthersAndAllOrNothingSaysThatItDoesNotTakeThem() {
        byte[] sheet = csv("id,unit,kind,title,place,contacts,occurredOn,distinctFrom",
                "b,FJ,线下活动,同名另场,礼堂,20,2019-06-01,a", "a,FJ,线下活动,同名另场,礼堂,10,2019-06-01,");
        Importing.dry(fujian, "events", sheet).is("DONE", 2, 0);
        assertThat(Importing.whole(fujian, "events", sheet).is("REFUSED", 0, 1).problems())
                .containsExactly("2 distinctFrom refers-within-sheet");
        Importing.of(fujian, "events", sheet).is("DONE", 2, 0);
        Importing.of(fujian, "events", sheet).is("DONE", 2, 0).again(2);
    }

    @Test
    void theEarlierOfTwoRowsHasTheNumberThatBothClaim() {
        String phone = aPhone();
        for (int i = 0; i < 2; i++) {
            fujian = ledger.withAnotherCampaign().as("fj");
            assertThat(Importing.of(fujian, "propagandists", csv(
                    "unit,person.name,person.idNumber,person.phone,occurredOn",
                    "FJ,先," + anIdNumber() + "," + phone + ",2019-06-01",
                    "FJ,后," + anIdNumber() + "," + phone + ",2019-06-01")).is("DONE", 1, 1).problems())
                    .containsExactly("3 person.phone duplicate-in-file");
        }
    }

    @Test
    void theHeaderIsTheFirstRowThereIs() {
        Importing done = Importing.of(fujian, "mobilizations", withSheetData(row(4, "单位", "基层工会名称", "动员日期")
                + row(5, "FJ", "下移的工会", "2019-06-01") + row(6, "FJ", "坏的", "无日期"))).is("DONE", 1, 1);
        assertThat(done.json().path("total").longValue()).isEqualTo(2);
        assertThat(done.problems()).containsExactly("6 occurredOn not-a-date");
        assertThat(Importing.of(fujian, "mobilizations", done.sheet()).problems())
                .contains("6 occurredOn not-a-date");
    }

    @Test
    void whatNoTextMayHoldIsRefusedAtItsCell() {
        assertThat(Importing.of(fujian, "mobilizations", withSheetData(row(1, "单位", "基层工会名称", "动员日期")
                + row(2, "FJ", "空_x0000_字", "2019-06-01") + row(3, "FJ", "半_xD800_个", "2019-06-01")))
                .is("DONE", 0, 2).problems()).containsExactlyInAnyOrder("2 organization.name nul-character",
                        "3 organization.name lone-surrogate");
    }

    @Test
    void aRowWhoseRecordWasReversedIsNotSilentlyTakenForWritten() {
        byte[] sheet = csv("单位,基层工会名称,动员日期", "FJ,撤销的工会,2019-06-01");
        String id = Importing.of(fujian, "mobilizations", sheet).is("DONE", 1, 0).register("mobilizations").get(0)
                .path("id").stringValue();
        Answer asked = fujian.posts("/api/v1/corrections", new Form().with("recordId", id).with("action", "REVERSE")
                .with("reasonCode", "not-held").with("reason", "并无此事")).isRecorded();
        ledger.as("checker").approves(asked).isDone();
        assertThat(Importing.of(fujian, "mobilizations", sheet).is("DONE", 0, 1).problems())
                .containsExactly("2  row-reversed");
        assertThat(Importing.of(fujian, "mobilizations", csv("状态,单位,基层工会名称,动员日期",
                "REVERSED,FJ,导出的工会,2019-06-01")).is("DONE", 0, 1).problems()).containsExactly("2  row-taken-back");
    }
}
