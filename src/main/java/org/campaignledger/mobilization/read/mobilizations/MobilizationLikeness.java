package org.campaignledger.mobilization.read.mobilizations;

import java.util.EnumSet;
import java.util.Set;

import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;
import org.campaignledger.platform.duplicates.Reason;
import org.campaignledger.platform.duplicates.Similarity;

/**
 * How likely two records are of one grass-roots union. Rule 6 lets none be recorded twice under one code, nor twice in a
 * unit without one; what remains is one union under two codes, or once with and once without.
 */
final class MobilizationLikeness {

    static final String NAME = "name";
    static final String CODE = "code";
    static final String EMPLOYEES = "employees";

    private MobilizationLikeness() {}

    static Likeness of(Compared one, Compared other) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        noteNames(one, other, reasons);
        if (!reasons.isEmpty()) {
            noteCodes(one, other, reasons);
            noteEmployees(one, other, reasons);
            Compared.noteUnits(one, other, reasons);
        }
        return Likeness.of(reasons);
    }

    private static void noteNames(Compared one, Compared other, Set<Reason> reasons) {
        String name = one.traits().getOrDefault(NAME, "");
        String second = other.traits().getOrDefault(NAME, "");
        if (name.equals(second)) {
            boolean bothCoded = one.trait(CODE) != null && other.trait(CODE) != null;
            reasons.add(bothCoded ? Reason.SAME_NAME_OTHER_CODE : Reason.SAME_NAME_WITHOUT_CODE);
        } else if (Similarity.alike(name, second)) {
            reasons.add(Reason.SIMILAR_NAME);
        }
    }

    private static void noteCodes(Compared one, Compared other, Set<Reason> reasons) {
        String code = one.trait(CODE);
        String second = other.trait(CODE);
        if (code != null && second != null && Similarity.oneSlipApart(code, second)) {
            reasons.add(Reason.SIMILAR_CODE);
        }
    }

    private static void noteEmployees(Compared one, Compared other, Set<Reason> reasons) {
        String employees = one.trait(EMPLOYEES);
        String second = other.trait(EMPLOYEES);
        if (employees != null && second != null
                && Similarity.aTenthApart(Long.parseLong(employees), Long.parseLong(second))) {
            reasons.add(Reason.SIMILAR_EMPLOYEES);
        }
    }
}
