package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.platform.records.RegisterParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filter of a list, as it stands in the address. What was left empty is absent.
 *
 * @param unit   a unit or sub-unit
 * @param from   first day
 * @param to     last day
 * @param text   a part of names, titles, places
 * @param state  such as {@code AMENDED}
 * @param action of corrections
 * @param kind   of corrections: what they are about
 * @param maker  of corrections: who asked
 * @param after  cursor of the page before
 */
record RecordFilter(
        @Nullable String unit, @Nullable String from, @Nullable String to, @Nullable String text,
        @Nullable String state, @Nullable String action, @Nullable String kind, @Nullable String maker,
        @Nullable String after) {

    RecordFilter {
        unit = given(unit);
        from = given(from);
        to = given(to);
        text = given(text);
        state = given(state);
        action = given(action);
        kind = given(kind);
        maker = given(maker);
        after = given(after);
    }

    /** The same of a register of records: what only corrections have is left out, the path's own kind included. */
    RecordFilter ofRecords() {
        return new RecordFilter(unit, from, to, text, state, null, null, null, after);
    }

    private static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /**
     * What the register is asked for.
     *
     * @throws DateTimeParseException a day that is none
     */
    RegisterParameters parameters(@Nullable String inState, int limit) {
        return new RegisterParameters(unit, day(from), day(to), text, inState, limit, after, null, null, null, null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** The further fields of corrections. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "action", action);
        put(fields, "kind", kind);
        put(fields, "maker", maker);
        return fields;
    }

    /** Whether anything narrows the list. */
    public boolean narrows() {
        return !named().isEmpty();
    }

    /** This filter in an address, at a page of its own; the first page without a cursor. */
    String href(String path, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        named().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (cursor != null) {
            address.queryParam("after", "{after}");
        }
        Map<String, String> values = new LinkedHashMap<>(named());
        values.put("after", cursor == null ? "" : cursor);
        return address.encode().buildAndExpand(values).toUriString();
    }

    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        put(named, "unit", unit);
        put(named, "from", from);
        put(named, "to", to);
        put(named, "text", text);
        put(named, "state", state);
        named.putAll(fields());
        return named;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
