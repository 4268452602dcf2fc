package org.campaignledger.platform.web.security;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Make and system of a browser, so that somebody knows theirs again: no version, nothing that tells two apart. */
final class Browsers {

    /** In this order: nearly all of them claim to be several. */
    private static final Map<String, String> MAKES = new LinkedHashMap<>();
    private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

    static {
        MAKES.put("MicroMessenger/", "WeChat");
        MAKES.put("Edg", "Edge");
        MAKES.put("OPR/", "Opera");
        MAKES.put("Firefox/", "Firefox");
        MAKES.put("Chrome/", "Chrome");
        MAKES.put("Safari/", "Safari");
        SYSTEMS.put("Android", "Android");
        SYSTEMS.put("iPhone", "iOS");
        SYSTEMS.put("iPad", "iOS");
        SYSTEMS.put("Windows", "Windows");
        SYSTEMS.put("Mac OS X", "macOS");
        SYSTEMS.put("Linux", "Linux");
    }

    private Browsers() {}

    /** Such as {@code Firefox · Windows}; empty where the header tells neither. */
    static String of(@Nullable String userAgent) {
        String make = first(MAKES, userAgent);
        String system = first(SYSTEMS, userAgent);
        return make.isEmpty() || system.isEmpty() ? make + system : make + " · " + system;
    }

    private static String first(Map<String, String> names, @Nullable String userAgent) {
        return userAgent == null
                ? ""
                : names.entrySet().stream().filter(name -> userAgent.contains(name.getKey()))
                        .map(Map.Entry::getValue).findFirst().orElse("");
    }
}
