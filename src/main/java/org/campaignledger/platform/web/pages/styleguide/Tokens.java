package org.campaignledger.platform.web.pages.styleguide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The custom properties of {@code tokens.css}, read from the sheet itself, so that the page of components can't show
 * anything that the pages do not use.
 *
 * @param colours in the order of the sheet, those of the ramp included
 * @param sizes   of type, in {@code rem}
 * @param spaces  in {@code px}
 */
record Tokens(List<Colour> colours, List<Size> sizes, List<Space> spaces) {

    private static final Pattern PROPERTY = Pattern.compile("--([a-z0-9-]+):\\s*([^;]+);");
    private static final String DARK = "prefers-color-scheme: dark";
    private static final String WALL = "[data-wall]";

    /**
     * A colour.
     *
     * @param light its value in light
     * @param dark  its value in dark; the same where dark names none
     * @param on    the property of what is written on it; empty where nothing is
     */
    record Colour(String name, String light, String dark, String on) {}

    /** A size of type. */
    record Size(String name, String value) {}

    /**
     * A space.
     *
     * @param pixels without their unit
     */
    record Space(String name, String value, String pixels) {}

    /** The tokens of a sheet. */
    static Tokens of(String sheet) {
        int dark = sheet.indexOf(DARK);
        int wall = sheet.indexOf(WALL);
        Map<String, String> light = properties(sheet.substring(0, dark < 0 ? sheet.length() : dark));
        Map<String, String> inTheDark = dark < 0
                ? Map.of()
                : properties(sheet.substring(dark, wall < dark ? sheet.length() : wall));
        List<Colour> colours = new ArrayList<>();
        List<Size> sizes = new ArrayList<>();
        List<Space> spaces = new ArrayList<>();
        light.forEach((name, value) -> {
            if (value.startsWith("#")) {
                if (!name.startsWith("on-")) {
                    colours.add(new Colour(name, value, inTheDark.getOrDefault(name, value),
                            light.containsKey("on-" + name) ? "on-" + name : ""));
                }
            } else if (name.startsWith("text")) {
                sizes.add(new Size(name, value));
            } else if (name.startsWith("space")) {
                spaces.add(new Space(name, value, value.replace("px", "")));
            }
        });
        return new Tokens(List.copyOf(colours), List.copyOf(sizes), List.copyOf(spaces));
    }

    private static Map<String, String> properties(String part) {
        Map<String, String> properties = new LinkedHashMap<>();
        Matcher matcher = PROPERTY.matcher(part);
        while (matcher.find()) {
            properties.putIfAbsent(matcher.group(1), matcher.group(2).strip());
        }
        return properties;
    }
}
