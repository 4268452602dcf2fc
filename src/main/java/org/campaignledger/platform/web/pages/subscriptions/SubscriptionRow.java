package org.campaignledger.platform.web.pages.subscriptions;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Map;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.RecordWords;
import tools.jackson.databind.JsonNode;

/**
 * A subscription as its page shows it.
 *
 * @param id        its id
 * @param kind      what it tells of
 * @param terms     on what terms, in words
 * @param channel   how
 * @param address   where; empty once it has ended
 * @param account   whose
 * @param language  of its mails
 * @param state     where it stands
 * @param rests     code of why nothing is sent at the moment; empty where all is well
 * @param createdAt when it was made
 * @param last      when something was taken last; empty before
 * @param waiting   deliveries that are to be sent
 * @param dead      that were given up
 * @param sent      that were taken
 */
public record SubscriptionRow(
        String id, String kind, String terms, String channel, String address, String account, String language,
        String state, String rests, String createdAt, String last, long waiting, long dead, long sent) {

    static SubscriptionRow of(JsonNode json, RecordWords words) {
        String kind = json.path("kind").asString("");
        return new SubscriptionRow(json.path("id").asString(""), kind, terms(kind, json.path("terms"), words),
                json.path("channel").asString(""), json.path("address").asString(""), json.path("account").asString(
                        ""),
                json.path("language").asString(""), json.path("state").asString(""), json.path("rests").asString(""),
                words.time(json.path("createdAt").asString("")), json.has("lastSentAt")
                        ? words.time(json.path("lastSentAt").asString(""))
                        : "",
                json.path("waiting").longValue(), json.path("dead").longValue(), json.path("sent").longValue());
    }

    /** Whether it has ended. */
    public boolean isOver() {
        return state.equals("CANCELLED");
    }

    private static String terms(String kind, JsonNode terms, RecordWords words) {
        PageTexts texts = words.texts();
        String unit = terms.has("unit") ? words.unit(terms.path("unit").asString("")) + " · " : "";
        return unit + switch (kind) {
            case "WEEKLY_DIGEST" -> texts.fill("subscription.terms.WEEKLY_DIGEST", Map.of("weekday", DayOfWeek.valueOf(
                    terms.path("weekday").asString("MONDAY")).getDisplayName(TextStyle.FULL, words.language().locale()),
                    "hour", "%02d:00".formatted(terms.path("hour").asLong(0))));
            case "UNIT_BEHIND_PLAN" -> texts.fill("subscription.terms.UNIT_BEHIND_PLAN", Map.of("metric", words.metric(
                    terms.path("metric").asString("")), "percent", Long.toString(terms.path("percent").asLong(0))));
            case "CORRECTION_WAITING" -> texts.fill("subscription.terms.CORRECTION_WAITING", Map.of("hours", Long
                    .toString(terms.path("hours").asLong(0))));
            case "SEAL_BACKLOG" -> sealTerms(terms, words);
            default -> texts.get("subscription.terms.IMPORT_FAILED");
        };
    }

    private static String sealTerms(JsonNode terms, RecordWords words) {
        PageTexts texts = words.texts();
        String positions = terms.has("positions")
                ? texts.fill("subscription.terms.positions", Map.of("positions", words.figures().exact(terms.path(
                        "positions").longValue())))
                : "";
        String seconds = terms.has("seconds")
                ? texts.fill("subscription.terms.seconds", Map.of("seconds", words.figures().exact(terms.path(
                        "seconds").longValue())))
                : "";
        return positions.isEmpty() || seconds.isEmpty()
                ? positions + seconds
                : positions + texts.get("subscription.terms.or") + seconds;
    }
}
