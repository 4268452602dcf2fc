package org.campaignledger.platform.web.pages.measures;

import java.util.List;

/**
 * What a unit or a category has filed, requirement by requirement.
 *
 * @param code       of the unit, or id of the category
 * @param name       its name
 * @param ofCategory whether it is a category
 * @param lines      every requirement that is asked of it, in the definition's order
 */
record Checklist(String code, String name, boolean ofCategory, List<Line> lines) {

    /** A requirement and what was filed for it, the newest first. */
    record Line(String requirement, String name, List<Filed> filed) {}

    /**
     * A measure.
     *
     * @param id       of the record
     * @param title    what was done
     * @param on       the day
     * @param joint    with whom; empty where it was done alone
     * @param unit     the part of the unit that did it; empty where it was the unit itself
     * @param position the number under which it was filed
     * @param number   the same, grouped
     * @param document whether a document was filed with it
     */
    record Filed(
            String id, String title, String on, String joint, String unit, long position, String number,
            boolean document) {}

    /** How many requirements have nothing filed to them yet. */
    public long missing() {
        return lines.stream().filter(line -> line.filed().isEmpty()).count();
    }

    /** How many have something. */
    public long met() {
        return lines.size() - missing();
    }
}
