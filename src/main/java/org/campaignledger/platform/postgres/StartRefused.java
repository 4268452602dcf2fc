package org.campaignledger.platform.postgres;

/**
 * The instance cannot start for a reason that its operator can mend; the message says what and how. Carries no
 * stack trace, because the place in the code would tell an operator nothing.
 */
public abstract sealed class StartRefused extends RuntimeException permits DataDirectoryInUse, PostgresNotStarted {

    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message, null, false, false);
    }
}
