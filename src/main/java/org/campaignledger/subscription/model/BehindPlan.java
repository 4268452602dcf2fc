package org.campaignledger.subscription.model;

import org.campaignledger.kernel.ShareOfPlan;

/**
 * How far a unit is behind its share of today's plan. The campaign's plan is shared out as the target is: the unit's
 * planned figure is its allocation × what is planned nationally by today ÷ the national target, rounded half up.
 *
 * @param planned what the unit should have reached by today
 * @param actual  what it has reached
 */
public record BehindPlan(long planned, long actual) {

    private static final int HUNDRED = 100;

    /** Of a unit with this allocation. */
    public static BehindPlan of(long allocation, long target, long planned, long actual) {
        return new BehindPlan(ShareOfPlan.of(allocation, target, planned), actual);
    }

    /** Percent of the plan that is missing, rounded down; 0 for one that is not behind, or has nothing planned yet. */
    public long percent() {
        return planned <= 0 || actual >= planned ? 0 : (planned - actual) * HUNDRED / planned;
    }

    /** Whether it is behind by so many percent. */
    public boolean isBehind(long threshold) {
        return planned > 0 && (planned - actual) * HUNDRED >= threshold * planned;
    }

    /** Whether it has come back far enough not to be told of at every swing: to less than 80 % of the threshold. */
    public boolean hasRecovered(long threshold) {
        return planned <= 0 || (planned - actual) * HUNDRED * HUNDRED < threshold
                * AnAlertIsToldOnceUntilItRecovers.RECOVERED * planned;
    }
}
