package org.campaignledger.exchange.exports;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the contract for a sheet.
 *
 * @param campaign id of the campaign
 * @param sheet    what is wanted
 * @param filters  parameters of the query, by name
 * @param position as of which; absent where the query knows none, and on the first page unless it was asked for
 * @param waitFor  what the first page waits for, as of every query
 */
record ExportQuery(String campaign, ExportSheet sheet, Map<String, String> filters, @Nullable Long position,
        @Nullable Long waitFor) {

    /** The most that every query gives in a page. */
    private static final int PAGE = 200;
    private static final String AN_ID = "[\\w-]{1,64}";

    /** The same as of the position that the first page reflects: further pages are of that one, too. */
    ExportQuery pinnedTo(@Nullable Long reflected) {
        return new ExportQuery(campaign, sheet, filters, sheet.pinned() ? reflected : null, null);
    }

    /**
     * Address of a page.
     *
     * @param after its cursor; absent for the first
     * @throws Refused 422 {@code missing}: a part of the query's own path is not given; 404: there is no such part
     */
    String address(@Nullable String after) {
        Map<String, String> parameters = new TreeMap<>(filters);
        // As an instant it would be another position for every page; where there is but one, its date counts as well.
        boolean atOnce = !sheet.paged() && parameters.containsKey("at");
        if (!atOnce) {
            parameters.remove("at");
        }
        StringBuilder address = new StringBuilder("/api/v1/campaigns/").append(campaign).append('/')
                .append(path(parameters)).append('?');
        parameters.forEach((name, value) -> add(address, name, value));
        if (position != null && !atOnce) {
            add(address, "position", position.toString());
        }
        if (waitFor != null) {
            add(address, "waitFor", waitFor.toString());
        }
        if (sheet.paged()) {
            add(address, "limit", Integer.toString(PAGE));
        }
        if (after != null) {
            add(address, "after", after);
        }
        return address.toString();
    }

    /** The query's path, with the parameters that stand in it: those are taken away from the others. */
    private String path(Map<String, String> parameters) {
        String inPath = sheet.inPath();
        if (inPath == null) {
            return sheet.path();
        }
        String value = parameters.remove(inPath);
        if (value == null) {
            throw Refused.because(Violation.of(inPath, "missing"));
        }
        if (!value.matches(AN_ID)) {
            throw Refused.notFound();
        }
        return sheet.path().replace("{" + inPath + "}", value);
    }

    private static void add(StringBuilder address, String name, String value) {
        address.append(URLEncoder.encode(name, StandardCharsets.UTF_8)).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&');
    }
}
