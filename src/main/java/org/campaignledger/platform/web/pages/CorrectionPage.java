package org.campaignledger.platform.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * The page of one correction.
 *
 * @param campaign   its campaign; absent for accounts
 * @param row        as it stands in the list
 * @param expires    when it expires, undecided
 * @param effect     what it does, or did
 * @param movedOn    whether the records have moved on since it was asked for, so that the effect is another
 * @param obstacle   what would refuse an approval now, in words; absent where nothing would
 * @param recordKind whether it is about records that have pages
 * @param decided    how it ended; absent while it is open
 * @param mayDecide  whether the account may approve or reject it
 * @param mayWithdraw whether the account asked for it, and it is open
 * @param waits      key of a sentence that says who has to decide; absent where it is decided or the account may
 * @param reviewedVersion of the effect that is shown: an approval names it
 * @param scriptData what the scripts start from
 */
record CorrectionPage(
        @Nullable String campaign, CorrectionRow row, String expires, EffectView effect, boolean movedOn,
        @Nullable String obstacle, boolean recordKind, @Nullable Decision decided, boolean mayDecide,
        boolean mayWithdraw, @Nullable String waits, long reviewedVersion, String scriptData) {

    /** How it ended. */
    record Decision(String state, String by, String at, String number, long position, String reason) {}
}
