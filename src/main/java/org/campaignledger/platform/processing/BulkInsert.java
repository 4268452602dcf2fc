package org.campaignledger.platform.processing;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Inserts many rows with one statement, column by column as arrays: one round trip whatever the number of rows.
 *
 * @param <T> what a row is made from
 */
public final class BulkInsert<T> {

    private final String table;
    private final List<Column<T>> columns = new ArrayList<>();
    private String conflict = "";

    private record Column<T>(String name, String type, Function<T, @Nullable Object> value) {}

    private BulkInsert(String table) {
        this.table = table;
    }

    /** Rows into this table. */
    public static <T> BulkInsert<T> into(String table) {
        return new BulkInsert<>(table);
    }

    /**
     * A column.
     *
     * @param type  its PostgreSQL type, such as {@code bigint} or {@code jsonb}
     * @param value its value in a row: text, number, {@code java.sql.Date}, {@code OffsetDateTime} or byte[]
     */
    public BulkInsert<T> column(String name, String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /** What to do where a row exists already, such as {@code on conflict do nothing}. */
    public BulkInsert<T> onConflict(String clause) {
        this.conflict = " " + clause;
        return this;
    }

    /** Inserts the rows; none is nothing to do. */
    public void run(JdbcOperations jdbc, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String names = String.join(", ", columns.stream().map(Column::name).toList());
        String arrays = String.join(", ", columns.stream().map(column -> "?::" + column.type() + "[]").toList());
        String sql = "insert into " + table + " (" + names + ") select * from unnest(" + arrays + ")" + conflict;
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < columns.size(); i++) {
                    Column<T> column = columns.get(i);
                    Array array = connection.createArrayOf(elementType(column.type()), values(column, rows));
                    statement.setArray(i + 1, array);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** Types without a binary array of their own travel as text and are cast by the statement. */
    private static String elementType(String type) {
        return switch (type) {
            case "bigint", "integer", "smallint", "text", "bytea", "boolean" -> type;
            default -> "text";
        };
    }

    private @Nullable Object[] values(Column<T> column, List<T> rows) {
        @Nullable
        Object[] values = switch (column.type()) {
            case "bigint" -> new @Nullable Long[rows.size()];
            case "integer" -> new @Nullable Integer[rows.size()];
            case "smallint" -> new @Nullable Short[rows.size()];
            case "boolean" -> new @Nullable Boolean[rows.size()];
            case "bytea" -> new byte[rows.size()][];
            default -> new @Nullable String[rows.size()];
        };
        for (int i = 0; i < rows.size(); i++) {
            Object value = column.value().apply(rows.get(i));
            values[i] = values instanceof String[] && value != null ? value.toString() : value;
        }
        return values;
    }
}
