package org.campaignledger.progress.read.explain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended. Postings never move, so that paging neither skips nor repeats any while others are added.
 *
 * @param position of the last posting's event
 * @param ordinal  its place among the event's postings
 */
record Cursor(long position, int ordinal) {

    static final Cursor START = new Cursor(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,4})");

    /**
     * The cursor of this text; the start if there is none.
     *
     * @throws Refused 422 {@code bad-cursor} if it is not one that was given out
     */
    static Cursor of(@Nullable String text) {
        if (text == null) {
            return START;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw Refused.because(Violation.of("after", "bad-cursor"));
        }
        return new Cursor(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    String text() {
        return position + "-" + ordinal;
    }
}
