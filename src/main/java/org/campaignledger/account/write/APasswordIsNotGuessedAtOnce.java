package org.campaignledger.account.write;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A password is long enough, not the user name, and none of those that everyone tries first (NIST SP 800-63B: length
 * and a list, no rules on kinds of characters).
 */
final class APasswordIsNotGuessedAtOnce {

    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 200;

    /** The most common ones of at least eight characters; in lower case. */
    private static final Set<String> COMMON = Set.of("12345678", "123456789", "1234567890", "0123456789", "987654321",
            "87654321", "9876543210", "12341234", "11223344", "1122334455", "123123123", "147258369", "123456abc",
            "123456789a", "a123456789", "abc123456", "abcd1234", "1234abcd", "a1234567", "aa123456", "aaa123456",
            "qq123456", "woaini123", "woaini1314", "woaini520", "5201314520", "1qaz2wsx", "1q2w3e4r", "1q2w3e4r5t",
            "qazwsxedc", "qwertyui", "qwertyuiop", "qwerty123", "qwer1234", "asdfghjk", "asdfghjkl", "zxcvbnm123",
            "password", "password1", "password12", "password123", "passw0rd", "p@ssw0rd", "p@ssword", "iloveyou",
            "sunshine", "princess", "football", "baseball", "superman", "trustno1", "letmein1", "welcome1",
            "welcome123", "admin123", "admin1234", "admin123456", "administrator", "checker123", "changeme",
            "changeme123", "default1", "test1234", "dragon123", "monkey123", "master123", "shadow123", "michael1",
            "jordan23", "computer", "internet", "whatever", "starwars", "12351+12351+", "12351plan");

    private APasswordIsNotGuessedAtOnce() {}

    static void check(@Nullable String password, @Nullable String username, Checks checks) {
        if (password == null) {
            checks.required(null, "password");
            return;
        }
        int length = password.codePointCount(0, password.length());
        if (length > MAX_LENGTH) {
            checks.that(false, "password", "too-long", Map.of("max", MAX_LENGTH));
            return;
        }
        boolean guessed = password.equalsIgnoreCase(username) || COMMON.contains(password.toLowerCase(Locale.ROOT))
                || password.codePoints().distinct().count() == 1;
        checks.that(length >= MIN_LENGTH && !guessed, "password", "weak-password",
                Map.of("min", MIN_LENGTH));
    }
}
