package org.campaignledger.subscription.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.CampaignSource;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.Subscription;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What mails say: the content of a delivery in the language of its subscription. */
@Component
class MailTexts {

    private final CampaignSource campaigns;

    MailTexts(CampaignSource campaigns) {
        this.campaigns = campaigns;
    }

    /** A mail: its subject, and its text twice. */
    record Text(String subject, String plain, String html) {}

    /**
     * The mail of a delivery.
     *
     * @param link  where it is confirmed and ended
     * @param place where the ledger is reached
     */
    Text of(Subscription subscription, Delivery delivery, String link, String place) {
        CampaignFace face = campaigns.campaigns().stream().filter(each -> each.id().equals(subscription.campaign()))
                .findFirst().orElse(null);
        Language language = subscription.language();
        RecordWords words = new RecordWords(face, language);
        PageTexts texts = words.texts();
        String title = face == null ? subscription.campaign() : face.title().in(language);
        JsonNode content = delivery.content();
        MailPage page = new MailPage(texts.fill("mail." + delivery.kind() + ".title", Map.of("kind", texts.get(
                "subscription.kind." + subscription.kind().name()))), language);
        switch (delivery.kind()) {
            case Delivery.CONFIRMATION -> page.line(texts.get("mail.confirmation.text")).line(texts.get(
                    "mail.confirmation.link")).link(link);
            case Delivery.TEST -> page.line(texts.get("mail.test.text"));
            case "weekly-digest" -> digest(page, content, words);
            case "unit-behind-plan" -> behind(page, content, words);
            case "correction-waiting" -> corrections(page, content, words);
            case "import-failed" -> imports(page, content, words);
            default -> page.line(texts.fill("mail.seal-backlog.text", Map.of("head", exact(words, content, "head"),
                    "sealed", exact(words, content, "sealed"), "backlog", exact(words, content, "backlog"))));
        }
        if (delivery.position() > 0) {
            page.line(texts.fill("mail.position", Map.of("position", words.figures().exact(delivery.position()))));
        }
        page.rule().line(texts.get("mail.why")).link(place.replaceAll("/+$", "") + "/c/" + subscription.campaign()
                + "/subscriptions").line(texts.get("mail.end")).link(link);
        return new Text(title + " · " + page.title(), page.plain(), page.html());
    }

    private static String exact(RecordWords words, JsonNode of, String field) {
        return of.has(field) ? words.figures().exact(of.path(field).longValue()) : RecordWords.NONE;
    }

    private static String change(RecordWords words, JsonNode of) {
        return words.figures().signed(of.path("change").longValue());
    }

    private static void digest(MailPage page, JsonNode content, RecordWords words) {
        PageTexts texts = words.texts();
        page.line(texts.fill("mail.weekly-digest.text", Map.of("from", words.time(content.path("from").asString("")),
                "to", words.time(content.path("to").asString("")))));
        List<List<String>> targets = new ArrayList<>();
        content.path("targets").forEach(target -> targets.add(List.of(words.metric(target.path("metric").asString("")),
                exact(words, target, "actual"), change(words, target), exact(words, target, "planned"), exact(words,
                        target, "target"))));
        page.table(texts.get("mail.digest.plan"), heads(texts, "metric", "actual", "week", "planned", "target"),
                targets);
        List<List<String>> units = new ArrayList<>();
        content.path("units").forEach(unit -> unit.path("metrics").properties().stream()
                .filter(metric -> content.path("units").size() == 1 || metric.getValue().has("target"))
                .forEach(metric -> units.add(List.of(words.unit(unit.path("unit").asString("")), words.metric(metric
                        .getKey()), exact(words, metric.getValue(), "actual"), change(words, metric.getValue()), exact(
                                words, metric.getValue(), "target")))));
        page.table(texts.get("mail.digest.units"), heads(texts, "unit", "metric", "actual", "week", "target"), units);
        List<List<String>> works = new ArrayList<>();
        content.path("categories").forEach(category -> works.add(List.of(words.category(category.path("category")
                .asString("")), exact(words, category, "submitted"), words.figures().signed(category.at(
                        "/change/submitted").longValue()),
                exact(words, category, "accepted"), exact(words, category,
                        "recommended"))));
        page.table(texts.get("mail.digest.works"), heads(texts, "category", "submitted", "week", "accepted",
                "recommended"), works);
        if (content.has("corrections")) {
            page.line(texts.fill("mail.digest.corrections", Map.of("waiting", exact(words, content.path("corrections"),
                    "waiting"), "approved", exact(words, content.path("corrections"), "approved"))));
        }
    }

    private static List<String> heads(PageTexts texts, String... names) {
        return List.of(names).stream().map(name -> texts.get("mail.head." + name)).toList();
    }

    private static void behind(MailPage page, JsonNode content, RecordWords words) {
        PageTexts texts = words.texts();
        page.line(texts.fill("mail.unit-behind-plan.text", Map.of("metric", words.metric(content.path("metric")
                .asString("")), "percent", exact(words, content, "percent"))));
        List<List<String>> rows = new ArrayList<>();
        content.path("units").forEach(unit -> rows.add(List.of(words.unit(unit.path("unit").asString("")), exact(words,
                unit, "actual"), exact(words, unit, "planned"), unit.path("behind").longValue() + "%", exact(words,
                        unit, "target"))));
        page.table("", heads(texts, "unit", "actual", "planned", "behind", "target"), rows);
    }

    private static String word(PageTexts texts, String prefix, String code) {
        return code.isEmpty() ? RecordWords.NONE : texts.has(prefix + code) ? texts.get(prefix + code) : code;
    }

    private static void corrections(MailPage page, JsonNode content, RecordWords words) {
        PageTexts texts = words.texts();
        page.line(texts.fill("mail.correction-waiting.text", Map.of("hours", exact(words, content, "hours"))));
        List<List<String>> rows = new ArrayList<>();
        content.path("corrections").forEach(each -> rows.add(List.of(words.time(each.path("requestedAt").asString("")),
                words.unit(each.path("unit").asString("")), word(texts, "desk.kind.", each.path("kind").asString("")),
                word(texts, "desk.action.", each.path("action").asString("")), exact(words, each, "position"))));
        page.table("", heads(texts, "requestedAt", "unit", "kind", "action", "position"), rows);
    }

    private static void imports(MailPage page, JsonNode content, RecordWords words) {
        PageTexts texts = words.texts();
        page.line(texts.get("mail.import-failed.text"));
        List<List<String>> rows = new ArrayList<>();
        content.path("imports").forEach(each -> rows.add(List.of(words.time(each.path("endedAt").asString("")),
                word(texts, "import.kind.", each.path("kind").asString("")), each.path("account").asString(""), word(
                        texts, "import.state.", each.path("state").asString("")),
                exact(words, each, "written"), exact(words,
                        each, "refused"))));
        page.table("", heads(texts, "endedAt", "kind", "account", "state", "written", "refused"), rows);
    }
}
