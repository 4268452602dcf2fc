package org.campaignledger.platform.cli;

import java.io.Console;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The password of the account that a command signs in with: from {@code LEDGER_PASSWORD}, else asked for. */
public final class Password {

    /** The variable that scripts set. It is never an option: a list of processes would show it. */
    public static final String VARIABLE = "LEDGER_PASSWORD";

    private Password() {}

    /**
     * The password of this account.
     *
     * @param given what the environment has, if anything
     * @throws IOException there is none, and nobody at a terminal to ask
     */
    public static String of(String account, @Nullable String given) throws IOException {
        if (given != null) {
            return given;
        }
        Console console = System.console();
        char @Nullable [] typed = console == null || !console.isTerminal()
                ? null
                : console.readPassword("Password of %s: ", account);
        if (typed == null) {
            throw new IOException("the password of " + account + " is asked for in " + VARIABLE);
        }
        return new String(typed);
    }
}
