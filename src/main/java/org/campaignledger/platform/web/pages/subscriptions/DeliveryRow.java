package org.campaignledger.platform.web.pages.subscriptions;

import java.util.Map;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.RecordWords;
import tools.jackson.databind.JsonNode;

/**
 * A delivery as its page shows it.
 *
 * @param id        its id
 * @param kind      type of the message
 * @param createdAt when there was something to tell
 * @param state     where it stands
 * @param attempts  so far
 * @param outcome   how the last attempt ended, in words; empty before the first
 * @param when      when it was sent or given up, or when it is tried next
 * @param position  the position that it reflects; empty where it reflects none
 */
public record DeliveryRow(
        String id, String kind, String createdAt, String state, long attempts, String outcome, String when,
        String position) {

    static DeliveryRow of(JsonNode json, RecordWords words) {
        PageTexts texts = words.texts();
        String code = json.path("outcome").asString("");
        String key = "subscription.outcome." + code;
        String outcome = code.isEmpty()
                ? ""
                : texts.has(key)
                        ? texts.fill(key, Map.of("status", Long.toString(json.path("status").asLong(0))))
                        : code;
        String when = json.path(json.has("endedAt") ? "endedAt" : "nextAt").asString("");
        long position = json.path("position").longValue();
        return new DeliveryRow(json.path("id").asString(""), json.path("kind").asString(""), words.time(json.path(
                "createdAt").asString("")), json.path("state").asString(""), json.path("attempts").longValue(), outcome,
                when.isEmpty() ? "" : words.time(when), position == 0 ? "" : words.figures().exact(position));
    }
}
