package org.campaignledger.platform.web.pages.audit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An event in a list.
 *
 * @param position its place in the whole ledger
 * @param number   the same as it is read
 * @param time     when it was recorded, to the minute, in the campaign's zone
 * @param sentence what it tells
 * @param unit     name of its unit; empty where it is of none
 * @param actor    on whose word
 * @param type     short name
 */
record EventRow(long position, String number, String time, String sentence, String unit, String actor, String type) {

    static EventRow of(JsonNode event, Sentences sentences) {
        long position = event.path("position").asLong(0);
        String unit = event.path("unit").asString("");
        return new EventRow(position, sentences.words().figures().exact(position),
                sentences.words().time(event.path("recordedAt").asString("")), sentences.of(event),
                unit.isEmpty() ? "" : sentences.words().unit(unit), event.path("actor").path("account").asString(""),
                event.path("type").asString(""));
    }

    static List<EventRow> all(JsonNode events, Sentences sentences) {
        List<EventRow> rows = new ArrayList<>();
        events.forEach(event -> rows.add(of(event, sentences)));
        return rows;
    }
}
