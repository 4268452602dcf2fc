package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.offlineEvent;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;
import static org.campaignledger.testing.Forms.visit;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 409: the same counts once (rules 6, 7 and 10), and the earlier record is named only to whom it may be shown. */
@AtTheDoor
class DuplicatesTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk guangdong;

    DuplicatesTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
        this.guangdong = ledger.as("gd");
    }

    @Test
    void aUnionCountsOnceNationallyByItsCode() {
        Answer first = fujian.mobilizes(union("甲工会").code("DUP 10001")).on("2019-06-01").isRecorded();
        fujian.mobilizes(union("乙工会").code("dup10001")).on("2019-06-02").isRefusedWith(409, "duplicate-record")
                .naming("organization.code", "duplicate-record").showing(first);
        fujian.mobilizes(union("丙工会").code("ＤＵＰ１０００１")).on("2019-06-02")
                .isRefusedWith(409, "duplicate-record").showing(first);
        guangdong.mobilizes(union("丁工会").code(" DUP10001 ")).on("2019-06-02")
                .isRefusedWith(409, "duplicate-record").hidingWhatExists();
    }

    @Test
    void withoutACodeAUnionCountsOnceInItsUnitByName() {
        Answer first = fujian.mobilizes(union("无代码 工会ＡＢ")).on("2019-06-01").isRecorded();
        fujian.mobilizes(union("无代码工会 ab")).on("2019-06-02").isRefusedWith(409, "duplicate-record")
                .naming("organization.name", "duplicate-record").showing(first);
        guangdong.mobilizes(union("无代码工会AB")).on("2019-06-02").isRecorded();
        fujian.mobilizes(union("无代码工会AB").code("WITHCODE1")).on("2019-06-02").isRecorded();
    }

    @Test
    void inAnotherCampaignItCountsAgain() {
        fujian.mobilizes(union("两季工会").code("TWICE1234")).on("2019-06-01").isRecorded();
        ledger.withAnotherCampaign().as("fj").mobilizes(union("两季工会").code("TWICE1234")).on("2019-06-01")
                .isRecorded();
    }

    @Test
    void aPersonCountsOnceByIdentityNumberAndByPhoneEachForItself() {
        String number = anIdNumber();
        String phone = aPhone();
        Answer first = fujian.recruits(person("张三").idNumber(number).phone(phone)).on("2019-06-01").isRecorded();
        fujian.recruits(person("张三").idNumber(number)).on("2019-06-02").isRefusedWith(409, "duplicate-record")
                .naming("person.idNumber", "duplicate-record").showing(first);
        fujian.recruits(person("张叁").phone(phone)).on("2019-06-02").isRefusedWith(409, "duplicate-record")
                .naming("person.phone", "duplicate-record").showing(first);
        guangdong.recruits(person("张三").idNumber(anIdNumber()).phone(phone)).on("2019-06-02")
                .isRefusedWith(409, "duplicate-record").hidingWhatExists();
    }

    @Test
    void aRefusedPersonLeavesNoClaimBehind() {
        String phone = aPhone();
        String number = anIdNumber();
        fujian.recruits(person("先来").phone(phone)).on("2019-06-01").isRecorded();
        fujian.recruits(person("后到").phone(phone).idNumber(number)).on("2019-06-01")
                .isRefusedWith(409, "duplicate-record");
        fujian.recruits(person("后到").idNumber(number)).on("2019-06-01").isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+86 138-0000-0011", "0086 13800000011", "(+86)13800000011", "１３８００００００１１",
            "138 0000 0011"})
    void aPhoneIsTheSameHoweverItIsWritten(String written) {
        fujian.recruits(person("写法").phone("13800000011")).withKey("phone-of-many-forms").on("2019-06-01")
                .isRecorded();
        guangdong.recruits(person("写法").phone(written)).on("2019-06-01").isRefusedWith(409, "duplicate-record");
    }

    @Test
    void anIdentityNumberIsTheSameInSmallLetters() {
        fujian.recruits(person("李四").idNumber("11010519491231002X")).on("2019-06-01").isRecorded();
        guangdong.recruits(person("李四").idNumber(" 11010519491231002x ")).on("2019-06-01")
                .isRefusedWith(409, "duplicate-record");
    }

    @Test
    void theSameEventIsRecordedOnceUnlessItIsSaidToBeAnother() {
        Answer first = fujian.holds(offlineEvent("劳模 宣讲").at("大礼堂").meeting(80)).on("2019-06-01").isRecorded();
        fujian.holds(offlineEvent("劳模宣讲").at(" 大 礼堂").meeting(90)).on("2019-06-01")
                .isRefusedWith(409, "duplicate-record").naming("title", "duplicate-record").showing(first);
        fujian.holds(offlineEvent("劳模宣讲").at("大礼堂").distinctFrom(first.id())).on("2019-06-01").isRecorded();
        fujian.holds(offlineEvent("劳模宣讲").at("大礼堂").distinctFrom(first.id())).on("2019-06-01")
                .isRefusedWith(409, "duplicate-record");
    }

    @Test
    void eventsAreDifferentByUnitKindDateTitleAndPlace() {
        fujian.holds(offlineEvent("读书会").at("书屋")).on("2019-06-01").isRecorded();
        fujian.holds(offlineEvent("读书会").at("书屋")).on("2019-06-02").isRecorded();
        fujian.holds(offlineEvent("读书会").at("车间")).on("2019-06-01").isRecorded();
        fujian.holds(offlineEvent("朗诵会").at("书屋")).on("2019-06-01").isRecorded();
        guangdong.holds(offlineEvent("读书会").at("书屋")).on("2019-06-01").isRecorded();
        fujian.holds(visit("书屋").with("title", "读书会")).on("2019-06-01").isRecorded();
    }

    @Test
    void whoSaysAnEventIsAnotherNamesOneThatLooksTheSame() {
        Answer other = fujian.holds(offlineEvent("别的活动")).on("2019-06-01").isRecorded();
        fujian.holds(offlineEvent("此活动").distinctFrom(other.id())).on("2019-06-01")
                .isRefusedWith(422, "not-the-same-event");
        fujian.holds(offlineEvent("此活动").distinctFrom("no-such-record")).on("2019-06-01")
                .isRefusedWith(422, "unknown-record");
    }

    @Test
    void periodsOfAUnitAndChannelShareNoDay() {
        Answer first = fujian.reports(reach("WECHAT", 10)).between("2019-06-10", "2019-06-20").isRecorded();
        fujian.reports(reach("wechat", 10)).between("2019-06-20", "2019-06-25").isRefusedWith(409,
                "duplicate-record").showing(first);
        fujian.reports(reach("WECHAT", 10)).between("2019-06-12", "2019-06-13").isRefusedWith(409,
                "duplicate-record");
        fujian.reports(reach("WECHAT", 10)).between("2019-06-01", "2019-06-30").isRefusedWith(409,
                "duplicate-record");
        fujian.reports(reach("WECHAT", 10)).between("2019-06-21", "2019-06-25").isRecorded();
        fujian.reports(reach("WECHAT", 10)).between("2019-06-09", "2019-06-09").isRecorded();
        fujian.reports(reach("Weibo", 10)).between("2019-06-10", "2019-06-20").isRecorded();
        guangdong.reports(reach("WECHAT", 10)).between("2019-06-10", "2019-06-20").isRecorded();
    }

    @Test
    void whatIsRefusedWritesNothing() {
        fujian.mobilizes(union("占先").code("FIRST1234")).on("2019-06-01").isRecorded();
        long before = ledger.head();
        guangdong.mobilizes(union("落后").code("FIRST1234")).on("2019-06-01").isRefusedWith(409, "duplicate-record");
        assertThat(ledger.head()).isEqualTo(before);
    }

    @Test
    void aUnitSeesWhatItsPartHasAndNotTheReverse() {
        ledger.asAdmin().opensSubUnit("FJ", "FJ-DUP", "福建某市").isRecorded();
        Desk part = ledger.as("fj-dup");
        Answer ofPart = part.mobilizes(union("某市工会").code("PART12345")).on("2019-06-01").isRecorded();
        fujian.mobilizes(union("某市工会").code("PART12345")).on("2019-06-01").isRefusedWith(409,
                "duplicate-record").showing(ofPart);
        fujian.mobilizes(union("省直工会").code("WHOLE1234")).on("2019-06-01").isRecorded();
        part.mobilizes(union("省直工会").code("WHOLE1234")).on("2019-06-01").isRefusedWith(409, "duplicate-record")
                .hidingWhatExists();
    }
}
