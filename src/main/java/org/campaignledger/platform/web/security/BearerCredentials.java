package org.campaignledger.platform.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a program has brought as {@code Authorization: Bearer}, before anybody has looked at it. */
final class BearerCredentials extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient String token;

    BearerCredentials(String token) {
        super(List.of());
        this.token = token;
    }

    String token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    /** Nobody yet; and nothing of the token, which logs must not have. */
    @Override
    public Object getPrincipal() {
        return "bearer";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
