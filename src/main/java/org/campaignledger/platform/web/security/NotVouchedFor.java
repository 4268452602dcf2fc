package org.campaignledger.platform.web.security;

import org.springframework.security.core.AuthenticationException;

/** An issuer says who somebody is, and the ledger has no account for them that goes with what it says. */
public final class NotVouchedFor extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** For this reason, a code of the catalogue of refusals. */
    public NotVouchedFor(String code) {
        super(code);
        this.code = code;
    }

    /** The stable code of the refusal. */
    public String code() {
        return code;
    }
}
