package org.campaignledger.platform.web.security;

import org.springframework.security.authentication.BadCredentialsException;

/** A bearer token that is not taken: unknown, ended, damaged, or of an account that is disabled. It is one answer. */
public final class InvalidToken extends BadCredentialsException {

    private static final long serialVersionUID = 1L;

    /** For whatever reason. */
    public InvalidToken() {
        super("not a token that is taken");
    }
}
