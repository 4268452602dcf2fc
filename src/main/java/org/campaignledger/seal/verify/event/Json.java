package org.campaignledger.seal.verify.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON, read within bounds: whoever made it may mean ill. */
public final class Json {

    private static final int DEPTH = 64;
    private static final int TEXT = 16 << 20;
    private static final int NUMBER = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.threadLocalPool()).streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(TEXT).maxNumberLength(NUMBER)
                            .build())
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

    private Json() {}

    /** A parser over bytes. */
    public static JsonParser parser(byte[] bytes, int start, int length) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes, start, length);
    }

    /**
     * The tree of a small document.
     *
     * @throws Malformed it is no JSON, or not within bounds
     */
    public static JsonNode tree(byte[] bytes) throws Malformed {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException malformed) {
            throw malformed(malformed);
        }
    }

    /**
     * The text of a field.
     *
     * @throws Malformed it is not there, or no text
     */
    public static String text(JsonNode object, String name) throws Malformed {
        JsonNode value = object.path(name);
        if (!value.isString()) {
            throw new Malformed(name + " is not a text");
        }
        return value.stringValue();
    }

    /** A node, or the one that stands for what is missing. */
    public static JsonNode orMissing(@Nullable JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }

    /** What is wrong, without the place in the source, which tells nobody anything. */
    public static Malformed malformed(JacksonException failure) {
        return new Malformed(failure.getOriginalMessage());
    }

    /** The text at which a parser stands. */
    public static String text(JsonParser parser, String name) throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Malformed(name + " is not a text");
        }
        return parser.getString();
    }

    /** The whole number at which a parser stands. */
    public static long number(JsonParser parser, String name) throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new Malformed(name + " is not a whole number");
        }
        return parser.getLongValue();
    }
}
