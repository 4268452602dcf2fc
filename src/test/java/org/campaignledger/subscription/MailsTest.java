package org.campaignledger.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.subscription.Subscriptions.deliveries;
import static org.campaignledger.subscription.Subscriptions.made;
import static org.campaignledger.subscription.Subscriptions.sends;
import static org.campaignledger.subscription.Subscriptions.states;
import static org.campaignledger.subscription.Subscriptions.timePasses;
import static org.campaignledger.testing.Forms.anEvent;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.subscription.watch.ALookAhead;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.campaignledger.testing.SmallSmtp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A ledger with a mail server: nothing is sent to an address before it was confirmed, nor after it was ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailsTest {

    private static final Pattern LINK = Pattern.compile("https://ledger\\.example\\.org(/subscriptions/[\\w-]{43})\\s");

    private final SmallSmtp smtp = SmallSmtp.listening();
    private OwnLedger own;
    private Ledger ledger;
    private Desk fujian;

    @BeforeAll
    void aLedgerWithAMailServer(@TempDir Path folder) {
        own = OwnLedger.beginning(TestPostgres.freshDatabase(), folder.resolve("mails"),
                "--ledger.subscriptions.mail.enabled=true", "--ledger.subscriptions.mail.from=ledger@example.org",
                "--ledger.subscriptions.mail.links-to=https://ledger.example.org/", "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + smtp.port());
        ledger = own.ledger();
        fujian = ledger.as("fj");
    }

    @AfterAll
    void close() throws IOException {
        own.close();
        smtp.close();
    }

    private Answer mail(String kind, String address, String language) {
        return made(fujian, new Form().with("kind", kind).with("channel", "EMAIL").with("address", address)
                .with("language", language));
    }

    private SmallSmtp.Taken last(String address) {
        List<SmallSmtp.Taken> to = smtp.taken().stream().filter(each -> each.to().toString().contains("<" + address
                + ">")).toList();
        assertThat(to).as(address).isNotEmpty();
        return to.getLast();
    }

    private static List<String> texts(Part part) throws MessagingException, IOException {
        List<String> texts = new ArrayList<>();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                texts.addAll(texts(each));
            }
        } else {
            texts.add(String.valueOf(part.getContent()));
        }
        return texts;
    }

    private String link(String address) throws MessagingException, IOException {
        Matcher link = LINK.matcher(texts(last(address).message()).getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Answer confirmed(String kind, String address, String language) throws MessagingException, IOException {
        Answer subscription = mail(kind, address, language);
        sends(ledger);
        assertThat(ledger.asNobody().fills(link(address) + "/confirm").isFound().text()).contains(
                "data-state=\"ACTIVE\"");
        return subscription;
    }

    @Test
    void anAddressIsAskedFirst() throws MessagingException, IOException {
        Answer subscription = mail("IMPORT_FAILED", "lin@example.org", "zh");
        assertThat(subscription.json().has("secret")).isFalse();
        assertThat(fujian.gets(subscription.location()).isShown().at("/state").stringValue()).isEqualTo("UNCONFIRMED");
        fujian.posts(subscription.location() + "/test").isRefusedWith(409, "subscription-unconfirmed");
        fujian.posts(subscription.location() + "/secret").isRefusedWith(422, "no-secret");
        sends(ledger);
        SmallSmtp.Taken asked = last("lin@example.org");
        assertThat(asked.message().getSubject()).contains("请确认接收：导入未成");
        String link = link("lin@example.org");
        assertThat(ledger.asNobody().gets(link + "?lang=zh").isFound().text()).contains("data-state=\"UNCONFIRMED\"",
                "确认接收").doesNotContain("??", "lin@example.org");
        assertThat(fujian.gets(subscription.location()).isShown().at("/state").stringValue()).as(
                "looking confirms nothing").isEqualTo("UNCONFIRMED");
        assertThat(ledger.asNobody().fills(link + "/confirm").isFound().text()).contains("data-state=\"ACTIVE\"");
        ledger.asNobody().fills(link + "/confirm").isFound();
        assertThat(fujian.posts(subscription.location() + "/test").status()).isEqualTo(201);
        sends(ledger);
        assertThat(last("lin@example.org").message().getSubject()).contains("试发");
        assertThat(states(fujian, subscription)).containsOnly("SENT");
        assertThat(InTheClear.placesOf(ledger, "lin@example.org")).isEmpty();
        assertThat(InTheClear.placesOf(ledger, link.substring("/subscriptions/".length()))).isEmpty();
        assertThat(ledger.asAdmin().reads("subscriptions").isShown().text()).contains("l***@example.org")
                .doesNotContain("lin@example.org");
    }

    @Test
    void oneClickEndsIt() throws MessagingException, IOException {
        Answer subscription = confirmed("IMPORT_FAILED", "end@example.org", "en");
        assertThat(fujian.posts(subscription.location() + "/test").status()).isEqualTo(201);
        sends(ledger);
        SmallSmtp.Taken test = last("end@example.org");
        String link = link("end@example.org");
        assertThat(test.message().getHeader("List-Unsubscribe")).containsExactly("<https://ledger.example.org" + link
                + "/cancel>");
        assertThat(test.message().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        ledger.asNobody().fills(link + "/cancel", "List-Unsubscribe", "One-Click").isFound();
        assertThat(fujian.gets(subscription.location()).isShown().at("/state").stringValue()).isEqualTo("CANCELLED");
        ledger.asNobody().fills(link + "/cancel", "List-Unsubscribe", "One-Click").isFound();
        assertThat(ledger.asNobody().fills(link + "/confirm").status()).isEqualTo(409);
        assertThat(ledger.asNobody().gets(link + "?lang=en").isFound().text()).contains("the address is destroyed");
        assertThat(ledger.asNobody().gets("/subscriptions/" + "x".repeat(43)).status()).isEqualTo(404);
    }

    @Test
    void aDigestIsReadInBothFormsAndItsLanguage() throws MessagingException, IOException {
        Answer subscription = confirmed("WEEKLY_DIGEST", "wu@example.org", "zh");
        Answer english = confirmed("WEEKLY_DIGEST", "reader@example.org", "en");
        ledger.progressAfter(fujian.holds(anEvent()).on("2019-06-01").isRecorded().position());
        for (Answer each : List.of(subscription, english)) {
            ALookAhead.byAWeek(ledger, each);
        }
        sends(ledger);
        List<String> chinese = texts(last("wu@example.org").message());
        assertThat(last("wu@example.org").message().getSubject()).contains("每周摘要");
        assertThat(chinese).hasSize(2);
        assertThat(chinese.getFirst()).contains("福建省 | ", " | +1 | 100", "更正：待复核 0 项");
        assertThat(chinese.getLast()).contains("<td", "福建省");
        assertThat(texts(last("reader@example.org").message()).getFirst()).contains("Weekly digest", "Fujian | ",
                "Corrections: 0 waiting", "As of position ");
    }

    @Test
    void anAlertNamesUnitsAsTheirReadersDo() throws MessagingException, IOException {
        Ledger unbegun = ledger.withAnotherCampaign();
        Desk reporter = unbegun.as("fj");
        String zh = "alert-zh@example.org";
        String en = "alert-en@example.org";
        for (String address : List.of(zh, en)) {
            Answer subscription = made(reporter, new Form().with("kind", "UNIT_BEHIND_PLAN").with("channel", "EMAIL")
                    .with("address", address).with("percent", 50).with("language", address.substring(6, 8)));
            sends(ledger);
            ledger.asNobody().fills(link(address) + "/confirm").isFound();
            Subscriptions.looks(ledger, subscription);
            sends(ledger);
            assertThat(states(reporter, subscription)).containsExactly("SENT", "SENT");
        }
        SmallSmtp.Taken chinese = last(zh);
        assertThat(chinese.to()).hasSize(1);
        assertThat(chinese.message().getFrom()).extracting(Object::toString).containsExactly("ledger@example.org");
        assertThat(chinese.message().getSubject()).contains("网聚职工正能量", "单位落后计划");
        List<String> texts = texts(chinese.message());
        assertThat(texts).hasSize(2);
        assertThat(texts.getFirst()).contains("福建省", "100%", "https://ledger.example.org/c/" + unbegun.campaign()
                + "/subscriptions");
        assertThat(texts.getLast()).contains("<table", "福建省").doesNotContain("<script", "<img", "src=");
        assertThat(texts(last(en).message()).getFirst()).contains("Fujian", "To receive no more, open:");
    }

    @Test
    void aServerThatRefusesIsTriedAgain() throws MessagingException, IOException {
        smtp.refuses(1);
        Answer subscription = mail("IMPORT_FAILED", "later@example.org", "zh");
        sends(ledger);
        assertThat(deliveries(fujian, subscription).getFirst().path("outcome").stringValue()).isEqualTo("mail-failed");
        timePasses(ledger);
        sends(ledger);
        assertThat(states(fujian, subscription)).containsExactly("SENT");
        assertThat(last("later@example.org").message().getMessageID()).contains(deliveries(fujian, subscription)
                .getFirst().path("id").stringValue());
    }

    @Test
    void nobodyFillsTheBoxesOfStrangers() {
        Desk busy = ledger.as("gd");
        Form form = new Form().with("kind", "IMPORT_FAILED").with("channel", "EMAIL").with("address",
                "stranger@example.org");
        for (int i = 0; i < 10; i++) {
            busy.posts(made(busy, form).location() + "/cancel").isFound();
        }
        busy.posts(busy.path("subscriptions"), form).isRefusedWith(429, "too-many-confirmations");
    }
}
