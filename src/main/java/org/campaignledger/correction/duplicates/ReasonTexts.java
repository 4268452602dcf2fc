package org.campaignledger.correction.duplicates;

import java.util.Locale;
import java.util.ResourceBundle;

import org.campaignledger.platform.duplicates.Reason;
import org.campaignledger.platform.web.refusal.Language;

/** The reasons in words, from the bundle of the pages. */
final class ReasonTexts {

    private static final String PREFIX = "duplicate.reason.";

    private ReasonTexts() {}

    /** The reason in this language. */
    static String of(Reason reason, Language language) {
        Locale locale = language == Language.EN ? Locale.ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle("pages", locale, ResourceBundle.Control.getNoFallbackControl(
                ResourceBundle.Control.FORMAT_PROPERTIES)).getString(PREFIX + reason.code());
    }
}
