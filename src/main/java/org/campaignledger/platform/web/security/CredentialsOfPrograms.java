package org.campaignledger.platform.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;

/**
 * Reads the Authorization header. One that is there and not understood is refused: whoever sends credentials shall not
 * be served as somebody without them.
 */
final class CredentialsOfPrograms implements AuthenticationConverter {

    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return null;
        }
        if (header.strip().regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new BearerCredentials(header.strip().substring(7).strip());
        }
        if (!header.strip().regionMatches(true, 0, "Basic ", 0, 6)) {
            throw new BadCredentialsException("not a scheme that is taken");
        }
        return basic.convert(request);
    }
}
