package org.campaignledger.platform.web.body;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Binds a tree to a record by the names of its components, coerces nothing, and reports everything that is wrong at
 * once, each with its field path. Components may be {@code String}, {@code Long}, {@code Integer}, {@code Boolean},
 * {@code BigDecimal}, {@code LocalDate}, {@code Instant}, enums, records, {@code List<T>} and {@code Map<String, T>} of
 * these, {@code JsonNode} (as it is), and outside command bodies {@code long}, {@code int} and {@code boolean}.
 *
 * <p>{@code null} is the same as absent. What is absent becomes {@code null} where the component is declared
 * {@code @Nullable}, and is {@code missing} otherwise; so is a {@code null} in a list or map.
 *
 * <p>Codes: {@code unknown-field}, {@code wrong-type} with {@code expected} (text, whole-number, number, boolean, date,
 * instant, object or list), {@code out-of-range} with {@code min} and {@code max}, {@code not-a-date},
 * {@code not-an-instant}, {@code unknown-constant} with {@code allowed}.
 */
public final class StrictBinder {

    private StrictBinder() {}

    /**
     * The record, or everything that keeps the tree from being one.
     *
     * @throws IllegalArgumentException if the type is no record, or has a component of a type that is not read
     */
    public static <T> Bound<T> read(JsonNode tree, Class<T> type) {
        Findings findings = new Findings();
        return read(tree, type, findings);
    }

    /**
     * The record.
     *
     * @throws org.campaignledger.kernel.Refused 400 {@code malformed}, or 422 if only something is missing
     * @throws IllegalArgumentException          as {@link #read}
     */
    public static <T> T bind(JsonNode tree, Class<T> type) {
        return read(tree, type).orRefuse();
    }

    /** The same, added to what was found in the tree before. */
    static <T> Bound<T> read(@Nullable JsonNode tree, Class<T> type, Findings findings) {
        RecordReader reader = RecordReader.of(type);
        Object value = tree == null ? null : reader.read(tree, FieldPath.ROOT, findings);
        T whole = findings.count() == 0 ? type.cast(value) : null;
        return new Bound<>(whole, findings.malformed(), findings.missing());
    }
}
