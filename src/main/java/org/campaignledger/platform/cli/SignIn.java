package org.campaignledger.platform.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * How a command signs in: with the token of {@code LEDGER_TOKEN}, else as the account that {@code --user} names. An
 * account with a second factor has the token alone, since no program types its codes.
 *
 * @param password of the account, if the environment has it
 * @param token    an API token, if the environment has one; it names its account itself
 */
public record SignIn(@Nullable String password, @Nullable String token) {

    /** The variable that holds a token. It is never an option: a list of processes would show it. */
    public static final String TOKEN = "LEDGER_TOKEN";

    /** With a variable that is set to nothing as one that is not set. */
    public SignIn {
        token = token == null || token.isBlank() ? null : token.strip();
    }

    /** What the environment has. */
    public static SignIn ofTheEnvironment() {
        return new SignIn(System.getenv(Password.VARIABLE), System.getenv(TOKEN));
    }

    /** Whether somebody is signed in who is named so by {@code --user}, or by nothing. */
    public boolean isPossible(@Nullable String account) {
        return token != null || account != null;
    }

    /**
     * The value of the header {@code Authorization}.
     *
     * @param account the account of {@code --user}; where there is a token, it is not asked
     * @return null where neither is given
     * @throws IOException the token is none, or nobody tells the account's password
     */
    public @Nullable String authorization(@Nullable String account) throws IOException {
        String brought = token;
        if (brought != null) {
            if (!brought.matches("[!-~]+")) {
                throw new IOException("what " + TOKEN + " holds is no token");
            }
            return "Bearer " + brought;
        }
        if (account == null) {
            return null;
        }
        String pair = account + ":" + Password.of(account, password);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "SignIn[]";
    }
}
