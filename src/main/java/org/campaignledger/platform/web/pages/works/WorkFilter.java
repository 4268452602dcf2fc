package org.campaignledger.platform.web.pages.works;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.records.RegisterParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter of the list of works, as it stands in the address. What was left empty is absent.
 *
 * @param category a category
 * @param state    how far works have come
 * @param unit     a unit or sub-unit
 * @param text     a part of the title, or whole words of what an individual wrote
 * @param after    cursor of the page before
 */
record WorkFilter(@Nullable String category, @Nullable String state, @Nullable String unit, @Nullable String text,
        @Nullable String after) {

    /** The states that can be chosen. */
    static final List<String> STATES = List.of("SUBMITTED", "ACCEPTED", "RECOMMENDED", "REJECTED", "WITHDRAWN",
            "DISQUALIFIED", "REVERSED");

    WorkFilter {
        category = given(category);
        state = given(state);
        unit = given(unit);
        text = given(text);
        after = given(after);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    RegisterParameters parameters(int limit) {
        return new RegisterParameters(unit, null, null, text, state, limit, after, null, null, null, null);
    }

    Map<String, String> fields() {
        return category == null ? Map.of() : Map.of("category", category);
    }

    /** Whether anything narrows the list. */
    public boolean narrows() {
        return category != null || state != null || unit != null || text != null;
    }

    /** This filter in an address, at a page of its own; the first page without a cursor. */
    String href(String path, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "category", category);
        put(values, "state", state);
        put(values, "unit", unit);
        put(values, "text", text);
        put(values, "after", cursor);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
