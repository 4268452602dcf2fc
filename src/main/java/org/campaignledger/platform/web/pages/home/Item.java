package org.campaignledger.platform.web.pages.home;

import java.util.Locale;

/**
 * One thing that may wait.
 *
 * @param key    of its texts: {@code home.KEY} says what is counted, {@code home.KEY.do} the way there, and
 *               {@code home.KEY.none} that there is nothing
 * @param tone   how much it matters today
 * @param number how many, as a reader reads it; a dash where it could not be read
 * @param detail a further sentence; empty where there is none
 * @param href   the page on which it is dealt with
 */
record Item(String key, Tone tone, String number, String detail, String href) {

    /** How much something matters today, the most first. */
    enum Tone {
        /** Wants a decision of whoever looks. */
        DECIDE,
        /** Is to be done or looked at. */
        WAITS,
        /** Could not be read just now. */
        UNKNOWN,
        /** Is somebody else's turn, or not yet due. */
        LATER,
        /** There is nothing. */
        CLEAR
    }

    /** Whether it is listed with its number, rather than among what is done. */
    public boolean listed() {
        return tone != Tone.CLEAR;
    }

    /** Whether it wants a decision. */
    public boolean decide() {
        return tone == Tone.DECIDE;
    }

    /** The tone as a class of style sheets. */
    public String look() {
        return "is-" + tone.name().toLowerCase(Locale.ROOT);
    }
}
