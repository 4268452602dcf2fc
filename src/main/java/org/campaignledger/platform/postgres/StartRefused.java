package org.campaignledger.platform.postgres;

/**
 * The instance cannot start for a reason that its operator can mend; the message says what and how. Carries no
 * stack trace, because the place in the code would tell an operator nothing.
 */
public abstract class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refused for this reason: a sentence for the operator. */
    protected StartRefused(String message) {
        super(message, null, false, false);
    }
}
