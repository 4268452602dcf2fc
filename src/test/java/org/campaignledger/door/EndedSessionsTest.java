package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** A form that is sent after its session has ended is not lost, and nobody else gets it. */
@AtTheDoor
class EndedSessionsTest {

    private static final String PASSWORD = "correct-horse-12";

    private final Ledger ledger;
    private final String page;

    EndedSessionsTest(Ledger ledger) {
        this.ledger = ledger;
        this.page = "/record?campaign=" + ledger.campaign() + "&kind=events";
    }

    private String[] form(String key, String title, String... more) {
        List<String> fields = new ArrayList<>(List.of("_form", "events", "_to", "/api/v1/campaigns/" + ledger.campaign()
                + "/events", "_back", page, "_done", "", "_key", key, "_numbers", "contacts", "unit", "FJ", "kind",
                "OFFLINE_EVENT", "title", title, "place", "职工之家", "contacts", "41", "occurredOn", "2019-06-01"));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    /** Signs in with the session of an earlier answer; the browser's session from then on. */
    private Desk signsIn(Answer before) {
        ledger.as("fj");
        Answer answer = ledger.asNobody().sending("Cookie", before.cookie("LEDGERSESSION")).fills("/login", "username",
                "fj", "password", PASSWORD);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).contains("/record?", "again=");
        return ledger.asNobody().sending("Cookie", answer.cookie("LEDGERSESSION"));
    }

    @Test
    void whatWasTypedIsThereAgainAfterSigningInAndCanBeSent() {
        String key = UUID.randomUUID().toString();
        long head = ledger.head();
        Answer ended = ledger.asNobody().fills("/forms", form(key, "会话结束的一场"));
        assertThat(ended.status()).isEqualTo(302);
        assertThat(ended.location()).endsWith("/login?kept");
        assertThat(ledger.asNobody().gets("/login?kept").isFound().text()).contains("会话已结束");
        assertThat(ledger.head()).isEqualTo(head);
        Desk browser = signsIn(ended);
        String again = browser.gets(page + "&again=" + key).isFound().text();
        assertThat(again).contains("value=\"会话结束的一场\"", "value=\"41\"", "填的内容还在", "value=\"" + key + "\"")
                .doesNotContain("??", "again=" + key);
        assertThat(browser.gets(page + "&again=" + key).isFound().text()).as("it is shown once")
                .doesNotContain("会话结束的一场");
    }

    @Test
    void anotherBrowserDoesNotGetIt() {
        String key = UUID.randomUUID().toString();
        ledger.asNobody().fills("/forms", form(key, "别人的一场"));
        assertThat(ledger.as("fj").gets(page + "&again=" + key).isFound().text()).doesNotContain("别人的一场");
        Answer other = ledger.asNobody().fills("/forms", form(UUID.randomUUID().toString(), "自己的一场"));
        assertThat(signsIn(other).gets(page + "&again=" + key).isFound().text()).doesNotContain("别人的一场");
    }

    @Test
    void passwordsAreNotKeptAndNothingTooLargeOrElsewhere() {
        String key = UUID.randomUUID().toString();
        Answer ended = ledger.asNobody().fills("/forms", form(key, "带密码的一场", "newPassword", "quiet-harbour-77"));
        assertThat(signsIn(ended).gets(page + "&again=" + key).isFound().text()).contains("带密码的一场").doesNotContain(
                "quiet-harbour-77");
        Answer large = ledger.asNobody().fills("/forms", form(key, "长".repeat(40_000)));
        assertThat(large.location()).endsWith("/login");
        Answer elsewhere = ledger.asNobody().fills("/forms", "_key", key, "_back", "/actuator/health");
        assertThat(elsewhere.location()).endsWith("/login");
    }

    @Test
    void anotherSitesPageCannotLeaveAForm() {
        Answer answer = ledger.asNobody().sending("Sec-Fetch-Site", "cross-site").fills("/forms", form("k", "外站"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(Pattern.compile("LEDGERSESSION").matcher(String.valueOf(answer.header("Set-Cookie"))))
                .matches(matcher -> !matcher.find());
    }
}
