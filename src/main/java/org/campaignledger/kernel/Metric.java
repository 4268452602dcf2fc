package org.campaignledger.kernel;

import java.util.Arrays;
import java.util.Optional;

/** The figures that postings are made to. Whole numbers, summed; five of them and the plus are the 12351+ plan. */
public enum Metric {

    /** Grass-roots unions mobilised, each counted once in a campaign. */
    ORGANIZATIONS("organizations", false),
    /** Propagandists recruited, each person counted once in a campaign. */
    PROPAGANDISTS("propagandists", false),
    /** Enterprise visits and offline events held. */
    EVENTS("events", false),
    /** Workers met face to face, summed per event: repeat meetings are not told apart. */
    CONTACTS("contacts", false),
    /** Worker netizens reached directly, offline and online. */
    DIRECT_REACH("directReach", false),
    /** Worker netizens reached by onward sharing: the plus. */
    SECONDARY_REACH("secondaryReach", false),
    /** Entries submitted, per category. */
    SUBMITTED("submitted", true),
    /** Entries accepted, per category. */
    ACCEPTED("accepted", true),
    /** Entries recommended, per category. */
    RECOMMENDED("recommended", true),
    /** Entries judged, per category. */
    JUDGED("judged", true),
    /** Entries awarded, per category. */
    AWARDED("awarded", true);

    private final String id;
    private final boolean perCategory;

    Metric(String id, boolean perCategory) {
        this.id = id;
        this.perCategory = perCategory;
    }

    /** The name at the door and in stored events, such as {@code directReach}. */
    public String id() {
        return id;
    }

    /** Whether the figure belongs to a category's funnel instead of the plan. */
    public boolean perCategory() {
        return perCategory;
    }

    /** The metric of this name at the door, exactly as written there; empty if there is none. */
    public static Optional<Metric> of(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }
}
