package org.campaignledger.platform.web.body;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;

/**
 * One spelling for bodies that mean the same, by which a retry is told from a new request: keys sorted by their UTF-16
 * code units, no white space, numbers without needless digits (1, 1.0 and 1e0 are all 1), texts as they are, with the
 * escapes of RFC 8785. Fields that are {@code null} are kept.
 */
public final class CanonicalJson {

    /** Above so many digits a number keeps its exponent. */
    private static final int MAX_PLAIN_DIGITS = 64;

    private CanonicalJson() {}

    /** The canonical form in UTF-8. The tree may be nested as deep as {@link JsonTrees} takes. */
    public static byte[] bytes(JsonNode tree) {
        StringBuilder out = new StringBuilder();
        write(tree, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> writeObject(node, out);
            case ARRAY -> writeArray(node, out);
            case STRING -> writeText(node.stringValue(), out);
            case NUMBER -> out.append(number(node.decimalValue()));
            case BOOLEAN -> out.append(node.booleanValue());
            case NULL, MISSING -> out.append("null");
            default -> throw new IllegalArgumentException("not a JSON value: " + node.getNodeType());
        }
    }

    private static void writeObject(JsonNode object, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (String name : object.propertyNames().stream().sorted().toList()) {
            out.append(separator);
            writeText(name, out);
            out.append(':');
            write(object.get(name), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(JsonNode array, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (JsonNode element : array) {
            out.append(separator);
            write(element, out);
            separator = ",";
        }
        out.append(']');
    }

    private static String number(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        int digitsBefore = shortest.precision() - shortest.scale();
        boolean plain = Math.abs(digitsBefore) <= MAX_PLAIN_DIGITS && shortest.scale() <= MAX_PLAIN_DIGITS;
        return plain ? shortest.toPlainString() : shortest.toString();
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
