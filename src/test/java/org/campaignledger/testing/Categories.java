package org.campaignledger.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.rules.CategoryRules;

/** Categories of works for tests of rules. */
public final class Categories {

    private Categories() {}

    /** Some in which anybody may submit anything, by their ids. */
    public static Map<String, CategoryRules> of(String... ids) {
        Map<String, CategoryRules> categories = new LinkedHashMap<>();
        Arrays.stream(ids).forEach(id -> categories.put(id, new CategoryRules(id, id, List.of("某总工会"), List.of(), List
                .of(
                        "INDIVIDUAL", "UNION"),
                List.of(), null, false, false,
                new CategoryRules.Work("CASE", List.of(), null, false, null, false, false))));
        return categories;
    }
}
