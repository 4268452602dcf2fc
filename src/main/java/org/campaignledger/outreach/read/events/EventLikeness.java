package org.campaignledger.outreach.read.events;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.campaignledger.platform.duplicates.Similarity;

/**
 * How likely two records are of one outreach event. Rule 7 refuses the same unit, kind, date, title and place; what
 * remains differs in one of them, or was said to be distinct.
 */
final class EventLikeness {

    static final String TITLE = "title";
    static final String PLACE = "place";
    static final String CONTACTS = "contacts";
    static final String DISTINCT_FROM = "distinctFrom";

    private static final int NEAR_DAYS = 2;

    private EventLikeness() {}

    static Likeness of(Compared earlier, Compared later) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        noteDays(earlier, later, reasons);
        if (!reasons.isEmpty()) {
            note(text(earlier, TITLE), text(later, TITLE), reasons, Reason.SAME_TITLE, Reason.SIMILAR_TITLE,
                    Reason.OTHER_TITLE);
            note(text(earlier, PLACE), text(later, PLACE), reasons, Reason.SAME_PLACE, Reason.SIMILAR_PLACE,
                    Reason.OTHER_PLACE);
            if (Similarity.aTenthApart(contacts(earlier), contacts(later))) {
                reasons.add(Reason.SIMILAR_CONTACTS);
            }
            Compared.noteUnits(earlier, later, reasons);
            noteWhatWasDeclared(earlier, later, reasons);
        }
        return Likeness.of(reasons);
    }

    private static void noteDays(Compared earlier, Compared later, Set<Reason> reasons) {
        long apart = Math.abs(ChronoUnit.DAYS.between(earlier.occurredOn(), later.occurredOn()));
        if (apart == 0) {
            reasons.add(Reason.SAME_DAY);
        } else if (apart <= NEAR_DAYS) {
            reasons.add(Reason.NEAR_DAY);
        }
    }

    private static void note(String one, String other, Set<Reason> reasons, Reason same, Reason similar,
            Reason different) {
        if (one.equals(other)) {
            reasons.add(same);
        } else {
            reasons.add(Similarity.alikeOrPart(one, other) ? similar : different);
        }
    }

    private static void noteWhatWasDeclared(Compared earlier, Compared later, Set<Reason> reasons) {
        if (earlier.recordId().equals(later.trait(DISTINCT_FROM))
                || later.recordId().equals(earlier.trait(DISTINCT_FROM))) {
            reasons.add(Reason.DECLARED_DISTINCT);
        }
    }

    private static String text(Compared event, String trait) {
        return event.traits().getOrDefault(trait, "");
    }

    private static long contacts(Compared event) {
        return Long.parseLong(event.traits().getOrDefault(CONTACTS, "0"));
    }
}
