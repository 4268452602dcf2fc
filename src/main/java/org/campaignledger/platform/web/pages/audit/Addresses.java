package org.campaignledger.platform.web.pages.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses with parameters, their values encoded whatever stands in them. */
public final class Addresses {

    private Addresses() {}

    /** The parameters that are given, in order: name, value, name, value; absent and blank values are left out. */
    public static Map<String, String> given(@Nullable String... namesAndValues) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            String value = namesAndValues[i + 1];
            if (name != null && value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        }
        return given;
    }

    /** The address of a path with these parameters. */
    public static String of(String path, Map<String, String> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    /** The same, with a further parameter where its value is given. */
    static String with(String path, Map<String, String> parameters, String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.putAll(given(name, value));
        return of(path, more);
    }
}
