package org.campaignledger.platform.web.security;

import java.util.List;
import org.campaignledger.kernel.TokenAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that acts for an account, on the word of one of its API tokens. */
final class ByToken extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn who;
    private final TokenAccess access;

    ByToken(SignedIn who, TokenAccess access) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + who.actor().role())));
        this.who = who;
        this.access = access;
        setAuthenticated(true);
    }

    TokenAccess access() {
        return access;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public SignedIn getPrincipal() {
        return who;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ByToken token && token.who.equals(who) && token.access == access;
    }

    @Override
    public int hashCode() {
        return who.hashCode();
    }
}
