package org.campaignledger.platform.web.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The page of one record.
 *
 * @param campaign   id of the campaign
 * @param kind       path name of its register
 * @param id         the record
 * @param name       what it is called
 * @param position   the number under which it was recorded
 * @param number     the same, grouped
 * @param state      where it stands
 * @param gone       whether it was taken back
 * @param mergedInto the record that survives it; absent where there is none
 * @param mergedFrom records that were merged into it
 * @param undecided  the correction that waits for a decision; absent where none does
 * @param life       what it says and what happened to it
 * @param ask        the form to ask for a correction; absent where the account may not, or nothing can be asked
 * @param preview    what the request would do, where it was asked for without scripts
 * @param person     whether it has a page of its own for personal data
 * @param scriptData what the scripts start from
 */
record RecordLifePage(
        String campaign, String kind, String id, String name, long position, String number, String state,
        boolean gone, @Nullable String mergedInto, List<String> mergedFrom, @Nullable String undecided,
        RecordLife life, @Nullable AskForm ask, @Nullable EffectView preview, boolean person, String scriptData) {}
