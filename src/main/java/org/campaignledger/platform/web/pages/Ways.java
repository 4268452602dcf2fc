package org.campaignledger.platform.web.pages;

import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where the figures of a dashboard lead to, all at the moment that is shown.
 *
 * @param campaign its id
 * @param actor    who looks
 * @param moment   the moment that is shown
 */
public record Ways(String campaign, Actor actor, PointInTime moment) {

    /**
     * To the records that a figure of the whole campaign, of a unit or of a category is made of, for those alone who are let
     * in there: ADMIN and AUDITOR everywhere, a REPORTER at its own unit, a HOST at its own category.
     *
     * @return an address; absent for whoever may not see them
     */
    public @Nullable String explain(String metric, @Nullable String unit, @Nullable String category) {
        boolean may = switch (actor.role()) {
            case ADMIN, AUDITOR -> true;
            case REPORTER -> unit != null && unit.equals(actor.scope());
            case HOST -> category != null && category.equals(actor.scope());
            case PUBLIC, JUDGE, SYSTEM -> false;
        };
        return may
                ? address(UriComponentsBuilder.fromPath("/c/{campaign}/explain").queryParam("metric", metric), unit,
                        category)
                : null;
    }

    /** To one unit on this page; without a code, to the page without any. */
    public String unit(@Nullable String code) {
        return address(UriComponentsBuilder.fromPath("/c/{campaign}"), code, null);
    }

    private String address(UriComponentsBuilder address, @Nullable String unit, @Nullable String category) {
        put(address, "unit", unit);
        put(address, "category", category);
        put(address, "on", moment.on());
        put(address, "position", moment.position());
        return address.encode().buildAndExpand(campaign).toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
