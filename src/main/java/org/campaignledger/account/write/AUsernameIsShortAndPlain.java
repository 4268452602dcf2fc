package org.campaignledger.account.write;

import java.util.Map;
import java.util.regex.Pattern;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/** A user name is 1 to 64 letters, digits, hyphens, underscores and dots; case is kept. */
final class AUsernameIsShortAndPlain {

    private static final int MAX_LENGTH = 64;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}");

    private AUsernameIsShortAndPlain() {}

    static void check(@Nullable String username, Checks checks) {
        if (checks.required(username, "username") && username != null) {
            checks.that(isPlain(username), "username", "invalid-code", Map.of("min", 1, "max", MAX_LENGTH));
        }
    }

    /** Neither a step in a path nor the ledger's own name. */
    private static boolean isPlain(String username) {
        return PLAIN.matcher(username).matches() && !username.equals(".") && !username.equals("..")
                && !username.equalsIgnoreCase(Actor.SYSTEM.account());
    }
}
