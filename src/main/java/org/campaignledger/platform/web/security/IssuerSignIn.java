package org.campaignledger.platform.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Signing in with a browser by way of an issuer; there is none unless one is configured, with a client of its own. */
public interface IssuerSignIn {

    /** Where the way to the issuer begins. */
    String START = "/login/oidc/start";

    /** Adds it to the way in of browsers; what follows is the same as after a password. */
    void addTo(HttpSecurity http, AuthenticationSuccessHandler then);
}
