package org.campaignledger.account.write;

import java.util.List;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** Rule 19: disabling the last but one ADMIN is refused, since one alone can decide nothing. */
final class TwoAdminsRemain {

    private static final int NEEDED = 2;

    private TwoAdminsRemain() {}

    /**
     * The two who remain. The decision rests on them: it is written only if neither was disabled meanwhile.
     *
     * @throws Refused 422 {@code last-admins} if there are no two
     */
    static List<AdminAccount> check(String disabled, List<AdminAccount> enabledAdmins) {
        List<AdminAccount> remaining = enabledAdmins.stream()
                .filter(admin -> !admin.username().equals(disabled)).limit(NEEDED).toList();
        if (remaining.size() < NEEDED) {
            throw Refused.because(Violation.of("", "last-admins"));
        }
        return remaining;
    }
}
