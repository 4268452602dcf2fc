package org.campaignledger.account.write;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A password is long enough, not the user name or made of it or of the service's, no pattern, and none of those that
 * everyone tries first (NIST SP 800-63B: length and a list, any characters, no rules on their kinds). Judged on the form
 * in which it is hashed, so that the same password typed otherwise is judged alike.
 */
final class APasswordIsNotGuessedAtOnce {

    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 200;

    /** The most common ones that are neither a word with something around it nor a pattern; in lower case. */
    private static final Set<String> COMMON = Set.of("12345678", "123456789", "1234567890", "0123456789", "987654321",
            "87654321", "9876543210", "12341234", "11223344", "1122334455", "123123123", "147258369", "12344321",
            "789456123", "741852963", "31415926", "14789632", "110110110", "88888888", "5201314520", "52013145",
            "13145200", "13141314", "52015201", "66668888", "20080808", "19491001", "1q2w3e4r", "1q2w3e4r5t",
            "1q2w3e4r5t6y", "1qaz2wsx", "1qazxsw2", "zaq12wsx", "q1w2e3r4", "q1w2e3r4t5", "a1b2c3d4", "a1s2d3f4",
            "1a2b3c4d", "a1234567", "a12345678", "aa123456", "aaa123456", "aa112233", "qq123456", "qq123123",
            "woaini1314", "woaini520", "12351+12351+", "12351plan");

    /** What this service is called, in lower case. */
    private static final List<String> SERVICE = List.of("campaignledger", "campaign", "ledger", "12351", "活动台账", "台账",
            "工会");
    private static final int SHORTEST_NAME = 3;

    private APasswordIsNotGuessedAtOnce() {}

    static void check(@Nullable String password, @Nullable String username, Checks checks) {
        if (password == null) {
            checks.required(null, "password");
            return;
        }
        String normal = Normalizer.normalize(password, Normalizer.Form.NFKC);
        int length = normal.codePointCount(0, normal.length());
        if (length > MAX_LENGTH) {
            checks.that(false, "password", "too-long", Map.of("max", MAX_LENGTH));
            return;
        }
        boolean guessed = normal.equalsIgnoreCase(username) || COMMON.contains(normal.toLowerCase(Locale.ROOT))
                || CommonPasswords.hold(normal) || normal.codePoints().distinct().count() == 1;
        if (length < MIN_LENGTH || guessed) {
            checks.that(false, "password", "weak-password", Map.of("min", MIN_LENGTH));
        } else if (Patterns.hold(normal)) {
            checks.that(false, "password", "password-is-a-pattern");
        } else if (MostChosenPasswords.hold(normal)) {
            checks.that(false, "password", "weak-password", Map.of("min", MIN_LENGTH));
        } else {
            checks.that(isMoreThanNames(normal, username), "password", "password-has-name");
        }
    }

    /** Something is to be left that is neither a name nor the year or the mark behind it. */
    private static boolean isMoreThanNames(String password, @Nullable String username) {
        String left = password.toLowerCase(Locale.ROOT);
        for (String name : SERVICE) {
            left = left.replace(name, "");
        }
        if (username != null && username.length() >= SHORTEST_NAME) {
            left = left.replace(username.toLowerCase(Locale.ROOT), "");
        }
        return left.length() == password.toLowerCase(Locale.ROOT).length()
                || left.codePoints().anyMatch(Character::isLetter);
    }
}
