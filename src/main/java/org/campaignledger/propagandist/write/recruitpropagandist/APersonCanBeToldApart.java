package org.campaignledger.propagandist.write.recruitpropagandist;

import java.util.regex.Pattern;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.personaldata.APhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * Rule 6: a person is told apart by identity number or mobile number; without either the record is refused. Both are
 * judged in their normal form. The check digit of an identity number is that of GB 11643-1999 (ISO 7064, MOD 11-2).
 */
final class APersonCanBeToldApart {

    private static final Pattern ID_NUMBER = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private APersonCanBeToldApart() {}

    /** The identity number in normal form; absent if none was given, or if it is wrong and that was noted. */
    static @Nullable String idNumber(@Nullable String raw, Checks checks) {
        if (raw == null) {
            return null;
        }
        String normal = NormalForm.code(raw);
        checks.that(isIdNumber(normal), "person.idNumber", "invalid-id-number");
        return normal;
    }

    /** The phone number in normal form; absent if none was given, or if it is wrong and that was noted. */
    static @Nullable String phone(@Nullable String raw, Checks checks) {
        return APhoneNumber.check(raw, "person.phone", checks);
    }

    private static boolean isIdNumber(String number) {
        if (!ID_NUMBER.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11) == number.charAt(17);
    }
}
