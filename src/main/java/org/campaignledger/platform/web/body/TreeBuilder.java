package org.campaignledger.platform.web.body;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds a tree from a parser's tokens, JSON or YAML alike, and reports with its path whatever no body may hold. Done
 * here and not by the mapper, which stops at the first fault and knows no path.
 */
final class TreeBuilder {

    /** The deepest nesting of objects and lists that is taken. */
    static final int MAX_DEPTH = 32;
    /** The longest number that is taken, in characters; far more than any figure needs. */
    static final int MAX_NUMBER_LENGTH = 100;
    /** The greatest exponent that is taken, either way. */
    private static final int MAX_SCALE = 400;
    /** So many characters always fit a long. */
    private static final int MAX_DIGITS_OF_A_LONG = 18;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final Findings findings;
    private final Dialect dialect;

    TreeBuilder(JsonParser parser, Findings findings, Dialect dialect) {
        this.parser = parser;
        this.findings = findings;
        this.dialect = dialect;
    }

    /** In what a format is not JSON; asked about the parser's current token. */
    interface Dialect {

        /** The code of a second value after the first. */
        String trailingCode();

        /** Whether the value stands for another, or demands a type of its own. */
        boolean isReference();

        /** Whether nothing at all is written where a value should be. */
        boolean isNothing();
    }

    /** Ends the reading where going on would be unsafe; the finding is made already. */
    private static final class Stop extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    /** The tree; {@code null}, and a finding, if it could not be read to its end. */
    @Nullable
    JsonNode build() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                syntaxError(TokenStreamLocation.NA);
                return null;
            }
            JsonNode tree = value(first, FieldPath.ROOT, 0);
            if (parser.nextToken() != null) {
                findings.malformed(FieldPath.ROOT, dialect.trailingCode(), location(parser.currentTokenLocation()));
            }
            return tree;
        } catch (Stop stop) {
            return null;
        } catch (JacksonException unreadable) {
            syntaxError(unreadable.getLocation());
            return null;
        }
    }

    private void syntaxError(@Nullable TokenStreamLocation location) {
        findings.malformed(FieldPath.ROOT, "syntax-error", location(location));
    }

    private static Map<String, ?> location(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? Map.of()
                : Map.of("line", location.getLineNr(), "column", location.getColumnNr());
    }

    private JsonNode value(JsonToken token, FieldPath path, int depth) {
        if (dialect.isReference()) {
            findings.malformed(path, "alias-not-taken");
        }
        return switch (token) {
            case START_OBJECT -> object(path, deeper(path, depth));
            case START_ARRAY -> array(path, deeper(path, depth));
            case VALUE_STRING -> dialect.isNothing() ? NODES.nullNode() : string(path);
            case VALUE_NUMBER_INT -> wholeNumber(path);
            case VALUE_NUMBER_FLOAT -> fraction(path);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> {
                findings.wrongType(path, "text");
                yield NODES.nullNode();
            }
        };
    }

    private int deeper(FieldPath path, int depth) {
        if (depth == MAX_DEPTH) {
            findings.malformed(path, "too-deep", Map.of("max", MAX_DEPTH));
            throw new Stop();
        }
        return depth + 1;
    }

    private JsonNode object(FieldPath path, int depth) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            FieldPath field = path.field(name);
            checkText(name, field);
            if (object.has(name)) {
                findings.malformed(field, "duplicate-key");
            }
            object.set(name, value(parser.nextToken(), field, depth));
        }
        return object;
    }

    private JsonNode array(FieldPath path, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(token, path.element(array.size()), depth));
        }
        return array;
    }

    private JsonNode string(FieldPath path) {
        String text = parser.getString();
        checkText(text, path);
        return NODES.stringNode(text);
    }

    private void checkText(String text, FieldPath path) {
        String flaw = BodyBytes.flaw(text);
        if (flaw != null) {
            findings.malformed(path, flaw);
        }
    }

    private JsonNode wholeNumber(FieldPath path) {
        String digits = parser.getString();
        if (tooLong(digits, path)) {
            return NODES.nullNode();
        }
        return digits.length() <= MAX_DIGITS_OF_A_LONG
                ? NODES.numberNode(Long.parseLong(digits))
                : NODES.numberNode(new BigInteger(digits));
    }

    /** A number with a fraction or an exponent; kept exact, and never expanded: 1e999999999 is short to write. */
    private JsonNode fraction(FieldPath path) {
        String text = parser.getString();
        if (tooLong(text, path)) {
            return NODES.nullNode();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MAX_SCALE) {
                return NODES.numberNode(number);
            }
            findings.malformed(path, "out-of-range");
        } catch (NumberFormatException notFinite) {
            findings.wrongType(path, "number");
        }
        return NODES.nullNode();
    }

    private boolean tooLong(String number, FieldPath path) {
        if (number.length() <= MAX_NUMBER_LENGTH) {
            return false;
        }
        findings.malformed(path, "too-long", Map.of("max", MAX_NUMBER_LENGTH));
        return true;
    }
}
