package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

/** Lets programs in by what they bring with each request, and has it written down. */
final class ProgramsSignIn extends BasicAuthenticationFilter {

    ProgramsSignIn(AuthenticationManager manager, AuthenticationEntryPoint refused) {
        super(manager, refused);
        setAuthenticationConverter(new CredentialsOfPrograms());
    }

    @Override
    protected void onSuccessfulAuthentication(HttpServletRequest request, HttpServletResponse response,
            Authentication granted) {
        SignedIn who = Doorkeeper.signedIn(granted);
        if (who != null) {
            DoorLog.program(request, granted instanceof ByToken ? DoorLog.Way.TOKEN : DoorLog.Way.BASIC,
                    who.getName(), System.nanoTime());
        }
    }
}
