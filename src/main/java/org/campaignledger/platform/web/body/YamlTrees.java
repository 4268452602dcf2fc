package org.campaignledger.platform.web.body;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads YAML as strictly as {@link JsonTrees} reads JSON, into the same kind of tree. One document only; no
 * aliases and no tags, so that what is read is as long as what was sent. Scalars follow YAML's JSON schema: {@code true},
 * {@code false}, {@code null} and decimal numbers; whatever else is not quoted is text, dates and {@code no} among it.
 */
public final class YamlTrees {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .streamReadConstraints(JsonTrees.CONSTRAINTS)
            .build();

    private YamlTrees() {}

    /**
     * The tree of a YAML text; the stream is read to its end (or past the limit) and left open.
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

    private static @Nullable JsonNode parse(byte[] bytes, Findings findings) {
        String text = BodyBytes.text(bytes, findings);
        if (text == null) {
            return null;
        }
        String flaw = BodyBytes.flaw(text);
        if (flaw != null) {
            findings.malformed(FieldPath.ROOT, flaw);
            return null;
        }
        // Unlike JSON, YAML allows a byte order mark, and editors write it.
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (YAMLParser parser = (YAMLParser) FACTORY.createParser(ObjectReadContext.empty(), content)) {
            return new TreeBuilder(parser, findings, new Yaml(parser)).build();
        }
    }

    private record Yaml(YAMLParser parser) implements TreeBuilder.Dialect {

        @Override
        public String trailingCode() {
            return "several-documents";
        }

        /** An anchor alone does nothing, and the parser does not tell of all of them. */
        @Override
        public boolean isReference() {
            return parser.isCurrentAlias() || parser.getTypeId() != null;
        }

        /** The parser says "" for {@code key:} as for {@code key: ''}; only the latter has a length in the text. */
        @Override
        public boolean isNothing() {
            return parser.getString().isEmpty() && parser.currentTokenLocation().getCharOffset() == parser
                    .currentLocation().getCharOffset();
        }
    }
}
