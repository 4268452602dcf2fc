package org.campaignledger.seal.verify.outcome;

/** It could not be checked: unreachable, refused, or not what it should be at all. */
public final class NotChecked extends Verdict {

    private static final long serialVersionUID = 1L;

    /**
     * It could not be checked.
     *
     * @param message one sentence that says why
     */
    public NotChecked(String message) {
        super(message);
    }
}
