package org.campaignledger.account.write;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords that were chosen most often by those whose passwords became known: the list of the library zxcvbn, as far
 * as they are long enough to be chosen here (some 11,600; OWASP ASVS 6.2.4 asks for 3,000).
 */
final class MostChosenPasswords {

    private MostChosenPasswords() {}

    /** Read when the first password is judged, and kept: half a megabyte. */
    private static final class Listed {

        private static final Set<String> ALL = read();

        private static Set<String> read() {
            try {
                return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .filter(each -> each.length() >= APasswordIsNotGuessedAtOnce.MIN_LENGTH)
                        .map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /**
     * Whether a password is one of them, in any case.
     *
     * @param password in its normal form
     */
    static boolean hold(String password) {
        return Listed.ALL.contains(password.toLowerCase(Locale.ROOT));
    }

    /** All of them, in lower case. */
    static Set<String> all() {
        return Listed.ALL;
    }
}
