package org.campaignledger.kernel;

/** A unit's share of the national plan: it is shared out as the target is. Alerts and reports tell the same figure. */
public final class ShareOfPlan {

    private ShareOfPlan() {}

    /**
     * What a unit should have reached: its allocation × what is planned nationally ÷ the national target, rounded half up.
     *
     * @param allocation of the unit, 0 or more
     * @param target     the national one; with 0 nothing is planned of anybody
     * @param planned    nationally by then, 0 or more
     */
    public static long of(long allocation, long target, long planned) {
        return target == 0 ? 0 : (2 * allocation * planned + target) / (2 * target);
    }
}
