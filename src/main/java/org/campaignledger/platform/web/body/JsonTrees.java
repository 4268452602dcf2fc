package org.campaignledger.platform.web.body;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON strictly: UTF-8 without a byte order mark, one value and nothing after it, every key once, no NUL and no
 * half of a surrogate pair, at most 1 MiB, nested at most 32 deep, numbers of at most 100 characters.
 */
public final class JsonTrees {

    /** Lengths are bounded by the body's own; our depth is checked sooner, with its path, than the parser's. */
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(2 * TreeBuilder.MAX_DEPTH)
            .maxStringLength(BodyBytes.MAX_BYTES)
            .maxNameLength(BodyBytes.MAX_BYTES)
            .maxNumberLength(BodyBytes.MAX_BYTES)
            .build();

    /** Names are not pooled: whoever sends them would fill the pool. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private static final TreeBuilder.Dialect PLAIN = new TreeBuilder.Dialect() {

        @Override
        public String trailingCode() {
            return "syntax-error";
        }

        @Override
        public boolean isReference() {
            return false;
        }

        @Override
        public boolean isNothing() {
            return false;
        }
    };

    private JsonTrees() {}

    /**
     * The tree of a JSON text; the stream is read to its end (or past the limit) and left open.
     *
     * @throws IOException                       if the stream cannot be read
     * @throws org.campaignledger.kernel.Refused 400 {@code malformed} with all that is wrong; 413 {@code too-large}
     */
    public static JsonNode read(InputStream in) throws IOException {
        Findings findings = new Findings();
        JsonNode tree = parse(BodyBytes.read(in), findings);
        findings.refuseIfMalformed();
        if (tree == null) {
            throw new IllegalStateException("no tree and nothing wrong");
        }
        return tree;
    }

    /** The tree; {@code null}, and a finding, if it could not be read to its end. */
    static @Nullable JsonNode parse(byte[] bytes, Findings findings) {
        String text = BodyBytes.text(bytes, findings);
        if (text == null) {
            return null;
        }
        if (text.startsWith("\uFEFF")) {
            findings.malformed(FieldPath.ROOT, "not-utf-8");
            return null;
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new TreeBuilder(parser, findings, PLAIN).build();
        }
    }
}
