package org.campaignledger.platform.web.body;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.kernel.NormalForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads single values; nothing is coerced: a text is no number, a fraction no whole number, a number no text. */
final class ScalarReaders {

    private ScalarReaders() {}

    static @Nullable Object text(JsonNode node, FieldPath path, Findings findings) {
        return isText(node, "text", path, findings) ? node.stringValue() : null;
    }

    static @Nullable Object bool(JsonNode node, FieldPath path, Findings findings) {
        if (!node.isBoolean()) {
            findings.wrongType(path, "boolean");
            return null;
        }
        return node.booleanValue();
    }

    static @Nullable Object longNumber(JsonNode node, FieldPath path, Findings findings) {
        return wholeNumber(node, Long.MIN_VALUE, Long.MAX_VALUE, path, findings);
    }

    static @Nullable Object intNumber(JsonNode node, FieldPath path, Findings findings) {
        Long number = wholeNumber(node, Integer.MIN_VALUE, Integer.MAX_VALUE, path, findings);
        return number == null ? null : number.intValue();
    }

    private static @Nullable Long wholeNumber(JsonNode node, long min, long max, FieldPath path, Findings findings) {
        if (!node.isIntegralNumber()) {
            findings.wrongType(path, "whole-number");
            return null;
        }
        BigInteger number = node.bigIntegerValue();
        if (number.compareTo(BigInteger.valueOf(min)) < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
            findings.malformed(path, "out-of-range", Map.of("min", min, "max", max));
            return null;
        }
        return number.longValue();
    }

    static @Nullable Object decimal(JsonNode node, FieldPath path, Findings findings) {
        if (!node.isNumber()) {
            findings.wrongType(path, "number");
            return null;
        }
        return node.decimalValue();
    }

    static @Nullable Object date(JsonNode node, FieldPath path, Findings findings) {
        if (!isText(node, "date", path, findings)) {
            return null;
        }
        Object date = DateTexts.date(node.stringValue());
        if (date == null) {
            findings.malformed(path, "not-a-date");
        }
        return date;
    }

    static @Nullable Object instant(JsonNode node, FieldPath path, Findings findings) {
        if (!isText(node, "instant", path, findings)) {
            return null;
        }
        Object instant = DateTexts.instant(node.stringValue());
        if (instant == null) {
            findings.malformed(path, "not-an-instant");
        }
        return instant;
    }

    /** A reader of an enum's constants by their names, exactly as written unless in any case. */
    static ValueReader constant(Class<?> type, boolean anyCase) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(c -> constants.put(((Enum<?>) c).name(), c));
        List<String> allowed = List.copyOf(constants.keySet());
        return (node, path, findings) -> {
            if (!isText(node, "text", path, findings)) {
                return null;
            }
            String given = node.stringValue();
            Object constant = constants.get(anyCase ? NormalForm.text(given).toUpperCase(Locale.ROOT) : given);
            if (constant == null) {
                findings.malformed(path, "unknown-constant", Map.of("allowed", allowed));
            }
            return constant;
        };
    }

    private static boolean isText(JsonNode node, String expected, FieldPath path, Findings findings) {
        if (!node.isString()) {
            findings.wrongType(path, expected);
        }
        return node.isString();
    }
}
