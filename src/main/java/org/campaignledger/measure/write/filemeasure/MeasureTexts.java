package org.campaignledger.measure.write.filemeasure;

import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.jspecify.annotations.Nullable;

/** The texts of a measure. They stay in the clear for good, and so hold no number of a person (rule 23). */
final class MeasureTexts {

    private static final int MAX_LENGTH = 200;

    private MeasureTexts() {}

    /** What was done, in normal form; absent if it is missing or wrong, and that was noted. */
    static @Nullable String title(@Nullable String sent, Checks checks) {
        return text(sent, "title", true, checks);
    }

    /** With whom it was done, in normal form; absent if nobody is named, or wrong, and that was noted. */
    static @Nullable String jointWith(@Nullable String sent, Checks checks) {
        return text(sent, "jointWith", false, checks);
    }

    private static @Nullable String text(@Nullable String sent, String field, boolean needed, Checks checks) {
        String text = checks.text(sent, field, MAX_LENGTH, needed);
        AReasonNamesNobody.check(text, field, checks);
        return text;
    }
}
