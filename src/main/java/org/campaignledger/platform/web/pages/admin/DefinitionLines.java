package org.campaignledger.platform.web.pages.admin;

import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where in the text of a definition a field stands. JSON is read as the YAML that it is, too. */
final class DefinitionLines {

    private DefinitionLines() {}

    /**
     * The line of a field, from 1; that of the nearest object around it where it is missing; 0 where the text cannot be
     * read.
     *
     * @param field such as {@code units[3].events}
     */
    static int of(String text, String field) {
        Node at;
        try {
            at = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (YAMLException unreadable) {
            return unreadable instanceof MarkedYAMLException marked
                    && marked.getProblemMark() != null ? marked.getProblemMark().getLine() + 1 : 0;
        }
        if (at == null) {
            return 0;
        }
        for (String step : List.of(field.replace("[", ".[").split("\\."))) {
            Node next = step.startsWith("[") ? element(at, step) : value(at, step);
            if (next == null) {
                break;
            }
            at = next;
        }
        return at.getStartMark().getLine() + 1;
    }

    private static @Nullable Node element(Node at, String step) {
        String index = step.substring(1, step.length() - 1);
        if (!(at instanceof SequenceNode list) || !index.matches("\\d{1,6}")) {
            return null;
        }
        int place = Integer.parseInt(index);
        return place < list.getValue().size() ? list.getValue().get(place) : null;
    }

    private static @Nullable Node value(Node at, String step) {
        if (at instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(step)) {
                    return tuple.getValueNode();
                }
            }
        }
        return null;
    }
}
