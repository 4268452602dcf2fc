package org.campaignledger.platform.web.pages.audit;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the trail, as it stands in the address. What was left empty is absent.
 *
 * @param type     short name of an event
 * @param unit     a unit or sub-unit
 * @param category a category
 * @param actor    an account
 * @param recordId a record or a correction
 * @param from     recorded then or later: a day, a minute, or an instant
 * @param to       recorded then or before
 * @param text     a part of what stands in the event
 * @param after    cursor of the page before
 */
record TrailFilter(
        @Nullable String type, @Nullable String unit, @Nullable String category, @Nullable String actor,
        @Nullable String recordId, @Nullable String from, @Nullable String to, @Nullable String text,
        @Nullable String after) {

    /** Every event. */
    static final TrailFilter NONE = new TrailFilter(null, null, null, null, null, null, null, null, null);

    TrailFilter {
        type = given(type);
        unit = given(unit);
        category = given(category);
        actor = given(actor);
        recordId = given(recordId);
        from = given(from);
        to = given(to);
        text = given(text);
        after = given(after);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** What narrows the trail, as typed: for addresses of pages. */
    Map<String, String> typed() {
        return Addresses.given("type", type, "unit", unit, "category", category, "actor", actor, "recordId", recordId,
                "from", from, "to", to, "text", text);
    }

    /** The same as the contract reads it; days and minutes are those of the campaign's zone. */
    Map<String, String> asked(ZoneId zone) {
        Map<String, String> asked = new LinkedHashMap<>(typed());
        asked.putAll(Addresses.given("from", Moments.read(from, zone, false), "to", Moments.read(to, zone, true)));
        return asked;
    }

    /** Whether anything narrows the trail. */
    public boolean narrows() {
        return !typed().isEmpty();
    }
}
