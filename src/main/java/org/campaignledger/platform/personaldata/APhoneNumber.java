package org.campaignledger.platform.personaldata;

import java.util.regex.Pattern;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.NormalForm;
import org.jspecify.annotations.Nullable;

/** A telephone number that somebody can be reached by: a mainland mobile number, or one in the form of E.164. */
public final class APhoneNumber {

    private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private APhoneNumber() {}

    /** The number in normal form; absent if none was given. {@code invalid-phone} is added where it is wrong. */
    public static @Nullable String check(@Nullable String raw, String field, Checks checks) {
        if (raw == null) {
            return null;
        }
        String normal = NormalForm.phone(raw);
        checks.that(MAINLAND_MOBILE.matcher(normal).matches() || E164.matcher(normal).matches(), field,
                "invalid-phone");
        return normal;
    }
}
