package org.campaignledger.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills in what a story leaves open: {@code ${number:x}} a figure that the seed decides, {@code more} and
 * {@code fewer} one near it, {@code ${union:7}},
 * {@code ${person:7}} and their like somebody invented, {@code ${id:x}} and {@code ${ids:x}} what was recorded as x.
 */
final class DemoWords {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)(?::([\\w-]+))?}");

    /** Beyond the numbers of the season, so that nobody is met twice. */
    private static final int FIRST = 90_000;

    private final long seed;
    private final Map<String, List<String>> ids = new LinkedHashMap<>();

    private final String password;

    DemoWords(DemoProperties properties) {
        this.seed = properties.seed();
        this.password = properties.password();
    }

    /** Something was recorded under this name; there may be several. */
    void recorded(String name, String id) {
        ids.computeIfAbsent(name, none -> new ArrayList<>()).add(id);
    }

    /** The text with everything filled in; {@code ${i}} is which of several it is. */
    String in(String text, int i) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(word(place.group(1), place.group(2),
                i)));
    }

    private String word(String what, String of, int i) {
        return switch (what) {
            case "i" -> Integer.toString(i);
            case "password" -> password;
            case "number" -> Integer.toString(number(of));
            case "more" -> Integer.toString(number(of) + 38);
            case "fewer" -> Integer.toString(number(of) - 12);
            case "union" -> DemoPeople.union(FIRST + Integer.parseInt(of));
            case "enterprise" -> DemoPeople.enterprise(FIRST + Integer.parseInt(of));
            case "person" -> DemoPeople.name(FIRST + Integer.parseInt(of));
            case "idNumber" -> DemoPeople.idNumber(FIRST + Integer.parseInt(of));
            case "id" -> known(of).getFirst();
            case "ids" -> known(of).stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
            default -> throw new IllegalArgumentException("the demo's story knows no " + what);
        };
    }

    private int number(String name) {
        return 40 + new Random(seed ^ name.hashCode()).nextInt(300);
    }

    private List<String> known(String name) {
        List<String> known = ids.get(name);
        if (known == null) {
            throw new IllegalStateException("the demo's story tells of " + name + " too early");
        }
        return known;
    }
}
