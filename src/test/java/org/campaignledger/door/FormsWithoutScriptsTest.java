package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole jobs of reporters, hosts and judges in the forms of their pages, as a browser without scripts sends them. */
@AtTheDoor
class FormsWithoutScriptsTest {

    private static final Pattern TOLD = Pattern.compile("told=(\\d+)");
    private static final Pattern ID = Pattern.compile("works/([0-9a-f-]{36})");

    private final JudgedCategory desk;
    private final Ledger ledger;
    private final String root;
    private final String api;

    FormsWithoutScriptsTest(Ledger shared) {
        this.desk = new JudgedCategory(shared);
        this.ledger = desk.ledger();
        this.root = "/c/" + ledger.campaign();
        this.api = "/api/v1/campaigns/" + ledger.campaign();
    }

    /** Fills in a form as it was drawn. */
    private static Answer fills(Desk who, String back, String form, String to, String... fields) {
        List<String> all = new ArrayList<>(List.of("_form", form, "_to", to, "_back", back, "_done", "", "_key",
                UUID.randomUUID().toString()));
        all.addAll(List.of(fields));
        return who.fills("/forms", all.toArray(String[]::new));
    }

    /** Asks for a correction, and is led to it; its id. */
    private static String asks(Desk who, String back, String... fields) {
        List<String> all = new ArrayList<>(List.of("_form", "ask", "_to", "/api/v1/corrections", "_back", back, "_done",
                "/corrections/{id}", "_key", UUID.randomUUID().toString()));
        all.addAll(List.of(fields));
        String page = told(who.fills("/forms", all.toArray(String[]::new)));
        return page.replaceFirst("/corrections/([^?]+).*", "$1");
    }

    private static String told(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(303);
        assertThat(answer.location()).containsPattern(TOLD);
        return answer.location();
    }

    private static String refused(Answer answer, int status, String... shown) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("??").contains(shown);
        return answer.text();
    }

    private static void isAt(String html, String input) {
        assertThat(html).containsPattern("<(input|select|textarea)[^>]*id=\"" + Pattern.quote(input)
                + "\"[^>]*aria-invalid=\"true\"");
    }

    private String record(String kind) {
        return "/record?campaign=" + ledger.campaign() + "&kind=" + kind;
    }

    @Test
    void everyKindIsRecordedAndTheTabsAreLinks() {
        Desk reporter = ledger.as("fj");
        String page = reporter.gets(record("mobilizations")).isFound().text();
        assertThat(page).contains("id=\"panel-events\" hidden", "kind=reach-reports").doesNotContain(
                "id=\"panel-mobilizations\" hidden", "??");
        String[][] forms = {
                {"mobilizations", "organization.name", "第一工会", "organization.code", "FJ" + UUID.randomUUID().toString()
                        .substring(0, 8).toUpperCase(), "employees", "1,200", "_numbers", "employees"},
                {"propagandists", "person.name", "某人", "person.phone", Forms.aPhone()},
                {"events", "kind", "OFFLINE_EVENT", "title", "夜校开讲", "place", "职工之家", "contacts", "41", "_numbers",
                        "contacts"},
                {"reach-reports", "channel", "WECHAT", "from", "2019-06-01", "to", "2019-06-02", "direct", "1000",
                        "_numbers", "direct"}};
        for (String[] form : forms) {
            List<String> fields = new ArrayList<>(List.of("unit", "FJ"));
            fields.addAll(List.of(form).subList(1, form.length));
            if (!form[0].equals("reach-reports")) {
                fields.addAll(List.of("occurredOn", "2019-06-01"));
            }
            told(fills(reporter, record(form[0]), form[0], api + "/" + form[0], fields.toArray(String[]::new)));
        }
    }

    @Test
    void whatIsWrongWithARecordStandsAtItsFieldAndNothingIsLost() {
        Answer answer = fills(ledger.as("fj"), record("events"), "events", api + "/events", "unit", "FJ", "kind",
                "ENTERPRISE_VISIT", "title", "走进工厂", "enterprise", "某厂", "contacts", "viele", "occurredOn",
                "2019-06-01", "_numbers", "contacts");
        assertThat(answer.status()).isIn(400, 422);
        String page = refused(answer, answer.status(), "value=\"走进工厂\"", "value=\"某厂\"", "value=\"viele\"");
        isAt(page, "events-contacts");
        assertThat(page).containsPattern("value=\"ENTERPRISE_VISIT\" checked");
    }

    @Test
    void anEventThatIsThereAlreadyCanBeSaidToBeAnother() {
        String[] event = {"unit", "FJ", "kind", "OFFLINE_EVENT", "title", "同一场", "place", "职工之家", "contacts", "7",
                "occurredOn", "2019-06-03", "_numbers", "contacts"};
        told(fills(ledger.as("fj"), record("events"), "events", api + "/events", event));
        String page = refused(fills(ledger.as("fj"), record("events"), "events", api + "/events", event), 409,
                "name=\"distinctFrom\"");
        Matcher box = Pattern.compile("name=\"distinctFrom\" value=\"([^\"]+)\"").matcher(page);
        assertThat(box.find()).isTrue();
        List<String> again = new ArrayList<>(List.of(event));
        again.addAll(List.of("distinctFrom", box.group(1)));
        told(fills(ledger.as("fj"), record("events"), "events", api + "/events", again.toArray(String[]::new)));
    }

    private String submitted(String title) {
        String back = root + "/works/new";
        Answer answer = ledger.as("fj").fills("/forms", "_form", "work", "_to", api + "/entries", "_back", back,
                "_done",
                root + "/works/{id}", "_key", UUID.randomUUID().toString(), "_lines", "links", "category", "activity",
                "submitter.kind", "UNION", "submitter.name", "某市总工会", "unit", "FJ", "title", title, "description",
                "每周一讲。", "links", "https://example.org/a\r\nhttps://example.org/b", "work", "");
        Matcher id = ID.matcher(told(answer));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    @Test
    void aWorkIsSubmittedChangedAcceptedAndRecommended() {
        String id = submitted("夜校开讲");
        String page = root + "/works/" + id;
        String entry = "/api/v1/entries/" + id;
        Desk reporter = ledger.as("fj");
        told(fills(reporter, page, "amend", entry + "/amend", "title", "夜校又开讲", "_was.title", "夜校开讲", "theme", "",
                "_was.theme", "", "description", "每周一讲。", "_was.description", "每周一讲。"));
        String changed = reporter.gets(page + "?told=1").isFound().text();
        assertThat(changed).contains("夜校又开讲");
        told(fills(desk.host(), page, "accept", entry + "/accept", "reason", ""));
        refused(fills(desk.host(), page, "reject", entry + "/reject", "reason", ""), 422, "id=\"reason-reject\"",
                "aria-invalid=\"true\"");
        told(fills(reporter, page, "recommend", entry + "/recommend"));
        assertThat(reporter.gets(page + "?told=1").isFound().text()).contains("mark-RECOMMENDED");
    }

    @Test
    void aWorkThatIsRefusedComesBackWithAllThatWasTyped() {
        refused(fills(ledger.as("fj"), root + "/works/new?category=activity", "work", api + "/entries", "_lines",
                "links", "category", "activity", "submitter.kind", "UNION", "submitter.name", "某市总工会", "unit", "FJ",
                "title", "", "description", "每周一讲。", "links", "https://example.org/a"), 422,
                "value=\"某市总工会\"", "每周一讲。</textarea>", "https://example.org/a</textarea>", "is-wrong");
    }

    @Test
    void aFileGoesToTheLedgerAndItsDigestIntoTheForm() {
        byte[] file = "好网民".getBytes(StandardCharsets.UTF_8);
        String place = root + "/works/new/file?key=" + UUID.randomUUID() + "&category=song";
        Answer refused = ledger.as("fj").uploads(place, new byte[0]);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("id=\"file-form\"").doesNotContain("??");
        assertThat(ledger.asAuditor().uploads(place, file).status()).isEqualTo(403);
        Answer direct = ledger.as("fj").uploads(api + "/works", file);
        Answer through = ledger.as("fj").uploads(place, file);
        assertThat(through.status()).as(through::toString).isEqualTo(direct.status() < 300 ? 303 : direct.status());
        if (direct.status() < 300) {
            String sha = direct.at("/sha256").stringValue();
            assertThat(through.location()).contains("file=" + sha);
            assertThat(ledger.as("fj").gets(through.location()).isFound().text()).contains("value=\"" + sha + "\"");
        }
    }

    @Test
    void aCorrectionIsSeenAskedForAndDecided() {
        Answer event = ledger.as("fj").holds(Forms.offlineEvent("更正这一场").meeting(30)).on("2019-06-01").isRecorded();
        String page = root + "/registers/events/" + event.id();
        String[] ask = {"recordId", event.id(), "action", "AMEND", "_numbers", "changes.contacts", "changes.title",
                "更正这一场", "_was.changes.title", "更正这一场", "changes.contacts", "20", "_was.changes.contacts", "30",
                "reasonCode", "wrong-figure", "reason", "数错了"};
        Desk reporter = ledger.as("fj");
        String seen = fills(reporter, page, "ask", "/api/v1/corrections/preview", ask).isFound().text();
        assertThat(seen).contains("value=\"20\"", "数错了", "id=\"preview-effect\"", "−10").doesNotContain(
                "id=\"preview\" aria-labelledby=\"preview-title\" hidden", "??");
        isAt(refused(fills(reporter, page, "ask", "/api/v1/corrections", "recordId", event.id(), "action", "AMEND",
                "_numbers", "changes.contacts", "changes.contacts", "20", "_was.changes.contacts", "30", "reasonCode",
                "",
                "reason", "数错了"), 422, "value=\"20\""), "ask-reasonCode");
        decided(asks(reporter, page, ask));
    }

    private void decided(String id) {
        String page = "/corrections/" + id;
        String waiting = ledger.as("checker").gets(page).isFound().text();
        Matcher version = Pattern.compile("name=\"reviewedVersion\"[^>]*value=\"(\\d+)\"").matcher(waiting);
        assertThat(version.find()).as(waiting).isTrue();
        refused(fills(ledger.as("checker"), page, "decide", "/api/v1/corrections/" + id + "/approve", "_numbers",
                "reviewedVersion", "reviewedVersion", version.group(1) + "9", "reason", "看过了"), 409, "value=\"看过了\"");
        told(fills(ledger.as("checker"), page, "decide", "/api/v1/corrections/" + id + "/approve", "_numbers",
                "reviewedVersion", "reviewedVersion", version.group(1), "reason", ""));
        assertThat(ledger.as("checker").gets(page).isFound().text()).contains("mark-APPROVED");
    }

    @ParameterizedTest
    @CsvSource({"fj,withdraw,WITHDRAWN", "admin,reject,REJECTED"})
    void aCorrectionIsTakenBackOrRejected(String who, String step, String state) {
        Answer event = ledger.as("fj").holds(Forms.offlineEvent("不更正 " + step).meeting(30)).on("2019-06-01")
                .isRecorded();
        String id = asks(ledger.as("fj"), root + "/registers/events/" + event.id(), "recordId", event.id(), "action",
                "REVERSE", "reasonCode", "not-held", "reason", "没有开展");
        Desk decides = who.equals("admin") ? ledger.as("checker") : ledger.as(who);
        String[] fields = step.equals("reject") ? new String[]{"reason", "情况属实"} : new String[0];
        told(fills(decides, "/corrections/" + id, step, "/api/v1/corrections/" + id + "/" + step, fields));
        assertThat(decides.gets("/corrections/" + id).isFound().text()).contains("mark-" + state);
    }

    @Test
    void aCategoryIsJudgedFromItsOpeningToItsAwards() {
        String page = root + "/categories/activity/judging?plain";
        String path = api + "/categories/activity";
        String entry = desk.recommended("fj", 1).getFirst();
        Desk judge = ledger.as("judge-bj");
        assertThat(desk.host().gets(page).isFound().text()).contains("id=\"open\"").doesNotContain("<script", "??");
        String wrong = refused(fills(desk.host(), page, "open", path + "/judging/open", "rubric[0].criterion", "内容.一",
                "rubric[0].max", "0", "rubric[0].weight", "1.5", "minScores", "1", "tieBreak", "内容.一", "_numbers",
                "minScores,rubric.max", "_decimals", "rubric.weight", "_lines", "tieBreak"), 422, "value=\"内容.一\"");
        assertThat(wrong).containsPattern("name=\"rubric\\[0]\\.max\"[^>]*aria-invalid");
        told(fills(desk.host(), page, "open", path + "/judging/open", "rubric[0].criterion", "内容.一",
                "rubric[0].max", "10", "rubric[0].weight", "1.5", "rubric[1].criterion", "", "minScores", "1",
                "tieBreak", "", "_empty", "tieBreak", "_numbers", "minScores,rubric.max", "_decimals", "rubric.weight",
                "_lines", "tieBreak"));
        refused(fills(desk.host(), page, "draw", path + "/judges/assign", "perEntry", "viele", "judges", "judge-bj",
                "_several", "judges", "_numbers", "perEntry,seed"), 400, "value=\"viele\"");
        told(fills(desk.host(), page, "draw", path + "/judges/assign", "perEntry", "1", "judges", "judge-bj",
                "_several", "judges", "_numbers", "perEntry,seed"));
        assertThat(judge.gets(root + "/judging?told=1").isFound().text()).contains("/judging/" + entry, "mark-waits");
        scored(judge, entry);
        told(fills(desk.host(), page, "close", path + "/judging/close"));
        awarded(page, entry);
    }

    private void scored(Desk judge, String entry) {
        String page = root + "/judging/" + entry;
        String field = "scores.%E5%86%85%E5%AE%B9%2E%E4%B8%80";
        assertThat(judge.gets(page).isFound().text()).contains("name=\"" + field + "\"");
        String[] put = {"_method", "PUT", "_numbers", "scores.*", "comment", "扎实", field, "11"};
        String wrong = refused(fills(judge, page, "score", "/api/v1/entries/" + entry + "/scores/mine", put), 422,
                "value=\"11\"", "扎实</textarea>");
        isAt(wrong, "score-0");
        put[put.length - 1] = "9";
        told(fills(judge, page, "score", "/api/v1/entries/" + entry + "/scores/mine", put));
        assertThat(judge.gets(page).isFound().text()).contains("value=\"9\"", "扎实</textarea>");
    }

    private void awarded(String page, String entry) {
        String closed = desk.host().gets(page + "&told=1").isFound().text();
        assertThat(closed).contains("data-entry=\"" + entry + "\"", "90.0000");
        told(fills(desk.host(), page, "grant-" + entry, "/api/v1/entries/" + entry + "/awards", "level", "一等奖"));
        refused(fills(desk.host(), page, "grant-" + entry, "/api/v1/entries/" + entry + "/awards", "level", "二等奖"),
                409, "form-error");
    }

    @Test
    void aJudgeRecusesForAReason() {
        String entry = desk.recommended("fj", 1).getFirst();
        Ledger judged = ledger;
        judged.as("judge-sh");
        desk.assigned(entry, "judge-sh");
        Answer answer = fills(judged.as("judge-sh"), root + "/judging/" + entry, "recuse", "/api/v1/entries/" + entry
                + "/recuse", "reason", "与作者是同事");
        told(answer);
        assertThat(judged.as("judge-sh").gets(root + "/judging?told=1").isFound().text()).contains("mark-recused");
    }
}
