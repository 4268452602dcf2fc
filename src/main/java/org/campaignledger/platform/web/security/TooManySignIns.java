package org.campaignledger.platform.web.security;

import org.springframework.security.core.AuthenticationException;

/** Too many tries failed: nothing is verified until some time has passed. */
final class TooManySignIns extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final long waitSeconds;

    /**
     * To be waited for.
     *
     * @param waitSeconds at least one
     */
    TooManySignIns(long waitSeconds) {
        super("too many failed sign-ins");
        this.waitSeconds = waitSeconds;
    }

    long waitSeconds() {
        return waitSeconds;
    }
}
