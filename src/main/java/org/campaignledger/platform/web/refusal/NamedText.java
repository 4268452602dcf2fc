package org.campaignledger.platform.web.refusal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with named places: {@code {max}}. A part in square brackets is left out where one of its places is empty. */
final class NamedText {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^\\]]*)]");

    private final String text;

    NamedText(String text) {
        this.text = text;
    }

    /** The names of the places. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
        return names;
    }

    /** The text with its places filled; a place without a value becomes a question mark. */
    String with(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher part = OPTIONAL_PART.matcher(text);
        int end = 0;
        while (part.find()) {
            filled.append(fill(text.substring(end, part.start()), values));
            NamedText inside = new NamedText(part.group(1));
            if (inside.names().stream().noneMatch(name -> values.getOrDefault(name, "").isEmpty())) {
                filled.append(fill(inside.text, values));
            }
            end = part.end();
        }
        return filled.append(fill(text.substring(end), values)).toString();
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(
                place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "?")));
    }
}
