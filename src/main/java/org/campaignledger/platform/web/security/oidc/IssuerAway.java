package org.campaignledger.platform.web.security.oidc;

import org.campaignledger.kernel.Refused;
import org.springframework.security.authentication.AuthenticationServiceException;

/** The issuer, or its keys, can't be reached: 503 {@code issuer-unavailable}. Local accounts go on. */
final class IssuerAway extends AuthenticationServiceException {

    private static final long serialVersionUID = 1L;

    IssuerAway() {
        super("the issuer can't be reached", Refused.of(Refused.Kind.UNAVAILABLE, "issuer-unavailable"));
    }
}
