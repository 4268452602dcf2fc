package org.campaignledger.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignledger.platform.eventstore.LedgerStore;

/** Looks for a text in every column of every table, and in every ledger event. */
public final class InTheClear {

    private static final String COLUMNS = """
        select table_name, column_name, data_type from information_schema.columns
        where table_schema = 'public' and data_type in ('text', 'jsonb', 'json', 'bytea', 'character varying')""";

    private InTheClear() {}

    /** The forms in which a text could have ended up in a row. */
    public static List<String> formsOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String escaped = text.chars().mapToObj(c -> c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return List.of(text, escaped, base64.substring(0, base64.length() - 1), HexFormat.of().formatHex(bytes));
    }

    /** Where it stands, as sentences; empty if nowhere. */
    public static List<String> placesOf(Ledger ledger, String text) {
        List<String> places = new ArrayList<>();
        for (Map<String, Object> column : ledger.database().sql(COLUMNS).query().listOfRows()) {
            String table = "\"" + column.get("table_name") + "\"";
            String name = "\"" + column.get("column_name") + "\"";
            String condition = "bytea".equals(column.get("data_type"))
                    ? "position(convert_to(?, 'UTF8') in " + name + ") > 0"
                    : "position(? in " + name + "::text) > 0";
            for (String form : formsOf(text)) {
                long found = ledger.database().sql("select count(*) from " + table + " where " + condition)
                        .param(form).query(Long.class).single();
                if (found > 0) {
                    places.add(table + "." + name + " holds " + form);
                }
            }
        }
        LedgerStore store = ledger.bean(LedgerStore.class);
        store.stream(0, store.head(), event -> {
            String stored = new String(event.payload(), StandardCharsets.UTF_8)
                    + new String(event.metadata(), StandardCharsets.UTF_8);
            formsOf(text).stream().filter(stored::contains)
                    .forEach(form -> places.add("ledger event " + event.position() + " holds " + form));
        });
        return places;
    }
}
