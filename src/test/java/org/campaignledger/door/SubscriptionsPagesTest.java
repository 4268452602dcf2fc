package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.subscription.Subscriptions.made;
import static org.campaignledger.subscription.Subscriptions.sends;
import static org.campaignledger.subscription.Subscriptions.timePasses;
import static org.campaignledger.subscription.Subscriptions.webhook;

import java.util.ArrayList;
import java.util.List;
import org.campaignledger.subscription.Subscriptions;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.Receiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of subscriptions, in both languages, for each role, without scripts. */
@AtTheDoor
class SubscriptionsPagesTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final String root;

    SubscriptionsPagesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.root = "/c/" + ledger.campaign() + "/subscriptions";
    }

    private String page(Desk who, String path, String language) {
        String html = who.gets(root + path + (path.contains("?") ? "&" : "?") + "lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    private String[] form(String kind, String address, String... more) {
        List<String> fields = new ArrayList<>(List.of("_form", "subscription", "_to", "/api/v1/campaigns/"
                + ledger.campaign() + "/subscriptions", "_back", root + "/new/" + kind, "_done", root + "/{id}", "_key",
                "k-" + address + ledger.campaign(), "_numbers", "percent,hour,hours,positions,seconds", "kind", kind,
                "channel", "WEBHOOK", "address", address));
        fields.addAll(List.of(more));
        return fields.toArray(String[]::new);
    }

    @ParameterizedTest
    @CsvSource({"fj, CORRECTION_WAITING, SEAL_BACKLOG", "host-video, IMPORT_FAILED, CORRECTION_WAITING",
            "admin, SEAL_BACKLOG, ''", "auditor, SEAL_BACKLOG, ''"})
    void eachRoleIsOfferedWhatItMayBeToldOf(String account, String offered, String not) {
        Desk desk = ledger.as(account);
        String list = page(desk, "", "zh");
        assertThat(list).contains("data-kind=\"" + offered + "\"", "class=\"nothing\"", "订阅");
        if (!not.isEmpty()) {
            assertThat(list).doesNotContain("data-kind=\"" + not + "\"");
            assertThat(desk.gets(root + "/new/" + not).status()).isEqualTo(404);
        }
        for (String kind : List.of("WEEKLY_DIGEST", "IMPORT_FAILED", offered)) {
            assertThat(page(desk, "/new/" + kind, "zh")).contains("name=\"address\"", "这里没有启用邮件");
            assertThat(page(desk, "/new/" + kind, "en")).contains("E-mail is not switched on here");
        }
        assertThat(page(desk, "", "en")).contains("There is no subscription yet");
        assertThat(desk.gets("/desk?campaign=" + ledger.campaign()).isFound().text()).contains("href=\"" + root);
    }

    @Test
    void othersDoNotComeIn() {
        assertThat(ledger.as("judge-bj").gets(root).status()).isEqualTo(403);
        assertThat(fujian.gets(root + "/x").status()).isEqualTo(404);
        assertThat(fujian.gets(root + "/00000000-0000-7000-8000-000000000000").status()).isEqualTo(404);
        assertThat(fujian.gets(root + "/new/HOROSCOPE").status()).isEqualTo(404);
    }

    @Test
    void oneSubscribesWithoutAScript() {
        Answer sent = fujian.fills("/forms", form("UNIT_BEHIND_PLAN", "http://127.0.0.1:9/form", "metric", "events",
                "percent", "15", "unit", "FJ"));
        assertThat(sent.status()).as(sent::toString).isEqualTo(303);
        String one = fujian.gets(String.valueOf(sent.header("Location"))).isFound().text();
        assertThat(one).contains("单位落后计划", "落后计划 15%", "http://127.0.0.1:9/form", "已订阅。", "福建省",
                "没有单位落后这么多", "发一条试试", "生成签名密钥").doesNotContain("??", "whsec_");
        assertThat(page(fujian, "", "en")).contains("Unit behind plan", "15% behind plan", "Active");
        assertThat(page(ledger.asAdmin(), "", "zh")).contains("127.0.0.1").doesNotContain("9/form");
        assertThat(page(ledger.as("gd"), "", "zh")).doesNotContain("落后计划 15%");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingTypedIsLost() {
        Answer refused = fujian.fills("/forms", form("UNIT_BEHIND_PLAN", "ftp://127.0.0.1/x", "percent", "400"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("aria-invalid", "ftp://127.0.0.1/x", "value=\"400\"").doesNotContain("??");
        Answer alone = fujian.fills("/forms", form("IMPORT_FAILED", "ftp://127.0.0.1/x"));
        assertThat(alone.text()).contains("网址的写法不对");
    }

    @Test
    void aSecretIsShownOnce() {
        Answer made = made(fujian, webhook("IMPORT_FAILED", "http://127.0.0.1:9/x"));
        Answer shown = fujian.fills(root + "/" + made.id() + "/secret", "_key", "s1");
        assertThat(shown.isFound().text()).containsPattern("<code>whsec_[A-Za-z0-9+/]{43}=</code>").contains(
                "只显示这一次");
        assertThat(shown.header("Cache-Control")).contains("no-store");
        assertThat(page(fujian, "/" + made.id(), "zh")).doesNotContain("whsec_").contains("更换密钥");
        assertThat(ledger.asAdmin().fills(root + "/" + made.id() + "/secret", "_key", "s2").status()).isEqualTo(403);
    }

    @Test
    void thePageListsWhatWasSentAndSendsAgainWhatWasGivenUp() {
        try (Receiver receiver = Receiver.listening()) {
            Answer made = made(fujian, webhook("IMPORT_FAILED", receiver.url()));
            String here = root + "/" + made.id();
            fujian.fills("/forms", "_form", "test", "_to", made.location() + "/test", "_back", here, "_done", here,
                    "_key", "t1");
            receiver.answering(410);
            sends(ledger);
            assertThat(page(fujian, "/" + made.id(), "zh")).contains("data-state=\"DEAD\"", "对方答 HTTP 410", "再发一次",
                    "试发");
            assertThat(page(fujian, "/" + made.id(), "en")).contains("answered HTTP 410", "Given up", "Send again");
            assertThat(page(ledger.asAuditor(), "/" + made.id(), "en")).contains("Given up").doesNotContain(
                    "Send again</button>", "End the subscription");
            String delivery = Subscriptions.deliveries(fujian, made).getFirst().path("id").stringValue();
            assertThat(fujian.fills("/forms", "_form", "retry", "_to", made.location() + "/deliveries/" + delivery
                    + "/retry", "_back", here, "_done", here, "_key", "r1").status()).isEqualTo(303);
            timePasses(ledger);
            sends(ledger);
            assertThat(page(fujian, "/" + made.id(), "zh")).contains("data-state=\"SENT\"", "已接收");
            Answer ended = fujian.fills("/forms", "_form", "cancel", "_to", made.location() + "/cancel", "_back", here,
                    "_done", here, "_key", "c1");
            assertThat(ended.status()).isEqualTo(303);
            assertThat(fujian.gets(String.valueOf(ended.header("Location"))).isFound().text()).contains("已退订",
                    "data-state=\"SENT\"").doesNotContain("kept-to-ourselves", "生成签名密钥");
        }
    }
}
