package org.campaignledger.platform.web.pages;

import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.pages.audit.Addresses;
import org.jspecify.annotations.Nullable;

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
        return may ? Addresses.of("/c/" + campaign + "/explain", at(metric, unit, category)) : null;
    }

    /** To one unit on this page; without a code, to the page without any. */
    public String unit(@Nullable String code) {
        return Addresses.of("/c/" + campaign, at(null, code, null));
    }

    private Map<String, String> at(@Nullable String metric, @Nullable String unit, @Nullable String category) {
        return Addresses.given("metric", metric, "unit", unit, "category", category, "on", Objects.toString(moment.on(),
                null),
                "position", Objects.toString(moment.position(), null));
    }
}
