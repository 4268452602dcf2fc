package org.campaignledger.platform.web.security;

import java.util.regex.Pattern;
import org.campaignledger.kernel.TokenAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets programs in by API token, or by the token of an issuer where one is configured. A token does at most what its account may do at this moment: the account is looked at
 * with every request, and a disabled one ends all of its tokens.
 */
@Component
class TokenSignIn implements AuthenticationProvider {

    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final ApiTokens tokens;
    private final TokenStandings standing;
    private final Standings accounts;
    private final ObjectProvider<JwtTokens> issuer;

    TokenSignIn(ApiTokens tokens, TokenStandings standing, Standings accounts, ObjectProvider<JwtTokens> issuer) {
        this.tokens = tokens;
        this.standing = standing;
        this.accounts = accounts;
        this.issuer = issuer;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String text = ((BearerCredentials) asked).token();
        if (!TokenText.isOne(text)) {
            return byIssuer(text);
        }
        try {
            ApiTokens.Taken token = standing.of(TokenText.sha256(text)).orElseThrow(InvalidToken::new);
            Login login = accounts.of(token.username()).filter(account -> !account.disabled())
                    .orElseThrow(InvalidToken::new);
            tokens.used(token.id());
            ByToken program = new ByToken(new SignedIn(login.actor(), login.version()), token.access());
            program.setDetails(asked.getDetails());
            return program;
        } catch (DataAccessException down) {
            throw new AuthenticationServiceException("tokens can't be looked up", down);
        }
    }

    /** What an issuer's token opens is for a program as well: no person is there to decide anything. */
    private Authentication byIssuer(String text) {
        JwtTokens jwts = issuer.getIfAvailable();
        if (jwts == null || !JWT.matcher(text).matches()) {
            throw new InvalidToken();
        }
        return new ByToken(jwts.who(text), TokenAccess.WRITE);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerCredentials.class.isAssignableFrom(authentication);
    }
}
