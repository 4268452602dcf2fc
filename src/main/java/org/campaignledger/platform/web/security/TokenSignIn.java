package org.campaignledger.platform.web.security;

import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Lets programs in by API token. A token does at most what its account may do at this moment: the account is looked at
 * with every request, and a disabled one ends all of its tokens.
 */
@Component
class TokenSignIn implements AuthenticationProvider {

    private final ApiTokens tokens;
    private final TokenStandings standing;
    private final Standings accounts;

    TokenSignIn(ApiTokens tokens, TokenStandings standing, Standings accounts) {
        this.tokens = tokens;
        this.standing = standing;
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String text = ((BearerCredentials) asked).token();
        if (!TokenText.isOne(text)) {
            throw new InvalidToken();
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

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerCredentials.class.isAssignableFrom(authentication);
    }
}
