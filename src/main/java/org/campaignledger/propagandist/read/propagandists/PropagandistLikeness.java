package org.campaignledger.propagandist.read.propagandists;

import java.util.EnumSet;
import java.util.Set;

import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.campaignledger.platform.duplicates.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * How likely two records are of one person. Rule 6 lets nobody count twice by one identity or mobile number; what
 * remains is a person once with the one and once with the other, or with two mobile numbers. Reads names and numbers in
 * the clear, and tells of them no more than the reasons do.
 */
final class PropagandistLikeness {

    static final String NAME = "name";
    static final String PHONE = "phone";
    static final String ID_NUMBER = "idNumber";
    static final String EMPLOYER = "employer";

    private PropagandistLikeness() {}

    static Likeness of(Compared one, Compared other) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        String name = one.trait(NAME);
        if (name != null && name.equals(other.trait(NAME))) {
            reasons.add(Reason.SAME_PERSON_NAME);
            noteEmployers(one.trait(EMPLOYER), other.trait(EMPLOYER), reasons);
            noteNumbers(one, other, reasons);
            Compared.noteUnits(one, other, reasons);
        }
        return Likeness.of(reasons);
    }

    private static void noteEmployers(@Nullable String one,
            @Nullable String other, Set<Reason> reasons) {
        if (one == null || other == null) {
            return;
        }
        if (one.equals(other)) {
            reasons.add(Reason.SAME_EMPLOYER);
        } else {
            reasons.add(Similarity.alikeOrPart(one, other) ? Reason.SIMILAR_EMPLOYER : Reason.OTHER_EMPLOYER);
        }
    }

    private static void noteNumbers(Compared one, Compared other, Set<Reason> reasons) {
        String phone = one.trait(PHONE);
        String second = other.trait(PHONE);
        if (phone != null && second != null && Similarity.oneSlipApart(phone, second)) {
            reasons.add(Reason.SIMILAR_PHONE);
        }
        if (one.trait(ID_NUMBER) != null && other.trait(ID_NUMBER) != null) {
            reasons.add(Reason.OTHER_IDENTITY_NUMBER);
        }
    }
}
