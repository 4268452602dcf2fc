package org.campaignledger.platform.web.security;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the API tokens in use stand; as {@link Standings} for accounts. No hashing bounds them: there is nothing to guess. */
@Component
public class TokenStandings {

    private final Reread<ApiTokens.Taken> taken;

    /** Standings of these tokens. */
    public TokenStandings(ApiTokens tokens) {
        this.taken = new Reread<>(tokens::find, System::nanoTime);
    }

    /** A token was made or ended here, and that is durable. */
    public void changed() {
        taken.changed();
    }

    /** The token of this hash, if it is taken. */
    Optional<ApiTokens.Taken> of(String sha256) {
        return taken.of(sha256);
    }
}
