package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;

/** What may be done with an entry now, by whom; the ledger judges each of them again. */
final class WorkActions {

    private static final List<String> STANDING = List.of("SUBMITTED", "ACCEPTED", "RECOMMENDED");

    private WorkActions() {}

    /**
     * Something that may be done.
     *
     * @param name        as in the entry's address
     * @param needsReason whether it must be said why
     * @param first       whether it is what is waited for
     */
    record Action(String name, boolean needsReason, boolean first) {}

    static List<Action> of(Role role, String state, CampaignFace face) {
        List<Action> actions = new ArrayList<>();
        boolean collects = WorkPages.collects(face);
        boolean standing = STANDING.contains(state);
        if (role == Role.REPORTER) {
            if (state.equals("ACCEPTED") && face.isOpen("RECOMMEND")) {
                actions.add(new Action("recommend", false, true));
            }
            if (standing && collects) {
                actions.add(new Action("withdraw", false, false));
            }
        }
        if (role == Role.HOST || role == Role.ADMIN) {
            if (state.equals("SUBMITTED") && collects) {
                actions.add(new Action("accept", false, role == Role.HOST));
            }
            if (collects && (state.equals("SUBMITTED") || state.equals("ACCEPTED"))) {
                actions.add(new Action("reject", true, false));
            }
            if (standing && !state.equals("SUBMITTED") && face.isOpen("JUDGE", "SUMMARISE")) {
                actions.add(new Action("disqualify", true, false));
            }
        }
        return actions;
    }

    /** Whether a correction can be asked for: only of what still takes part (rule 21). */
    static boolean mayCorrect(Role role, String state, CampaignFace face) {
        return (role == Role.REPORTER || role == Role.ADMIN) && STANDING.contains(state) && !face.closed();
    }

    /** Whether what was submitted can still be changed. */
    static boolean mayAmend(Role role, String state, CampaignFace face) {
        return role == Role.REPORTER && state.equals("SUBMITTED") && WorkPages.collects(face);
    }
}
