package org.campaignledger.platform.web.pages;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The desk of corrections.
 *
 * @param campaign  the campaign it is narrowed to; absent for all
 * @param path      its address without the filter
 * @param filter    as it stands in the address
 * @param states    states that can be chosen
 * @param actions   actions that can be chosen
 * @param kinds     kinds that can be chosen
 * @param undecided what waits for a decision, the most urgent first; empty where the filter asks for something else
 * @param others    the rest, newest first
 * @param first     address of the first page; absent on it
 * @param next      address of the next page; absent on the last
 * @param wrong     whether the filter could not be read
 */
record CorrectionsPage(
        @Nullable String campaign, String path, RecordFilter filter, List<String> states, List<String> actions,
        List<String> kinds, List<CorrectionRow> undecided, List<CorrectionRow> others, @Nullable String first,
        @Nullable String next, boolean wrong) {

    /** The states of a correction. */
    static final List<String> STATES = List.of("REQUESTED", "APPROVED", "REJECTED", "WITHDRAWN", "EXPIRED");

    /** What can be asked for. */
    static final List<String> ACTIONS = List.of("AMEND", "REVERSE", "MERGE", "REVISE", "OPEN_ACCOUNT");

    /** What it can be about. */
    static final List<String> KINDS = List.of("mobilizations", "propagandists", "events", "reach-reports", "measures",
            "targets",
            "allocations", "bounds", "accounts");
}
