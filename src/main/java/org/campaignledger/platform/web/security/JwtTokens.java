package org.campaignledger.platform.web.security;

/** Where the bearer tokens of an issuer are understood; there is nobody who does unless an issuer is configured. */
public interface JwtTokens {

    /**
     * The account of whom the issuer vouches for.
     *
     * @throws InvalidToken  it is not the issuer's, not for this ledger, or past its time; or its account is disabled
     * @throws NotVouchedFor it is the issuer's, and no account comes of it
     * @throws org.springframework.security.authentication.AuthenticationServiceException it can't be told just now
     */
    SignedIn who(String jwt);
}
