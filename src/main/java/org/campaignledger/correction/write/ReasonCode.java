package org.campaignledger.correction.write;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;

/** Why a record is corrected: a closed list (API, "Reason codes"). */
enum ReasonCode {

    /** The same is recorded twice. */
    DUPLICATE,
    /** A figure is wrong. */
    WRONG_FIGURE,
    /** It is another unit's. */
    WRONG_UNIT,
    /** It was another day. */
    WRONG_DATE,
    /** It never took place. */
    NOT_HELD,
    /** What it rested on was taken back. */
    EVIDENCE_WITHDRAWN,
    /** It does not count by the rules. */
    ELIGIBILITY,
    /** Anything else; the text says what. */
    OTHER;

    /** As the contract writes it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The code that was sent, if there was one; that there was none is noted.
     *
     * @throws Refused 400 {@code unknown-constant}
     */
    static @Nullable ReasonCode read(@Nullable String sent, Checks checks) {
        if (!checks.required(sent, "reasonCode")) {
            return null;
        }
        return Arrays.stream(values()).filter(code -> code.code().equals(sent)).findFirst()
                .orElseThrow(() -> Refused.malformed(List.of(Violation.of("reasonCode", "unknown-constant", "allowed",
                        Arrays.stream(values()).map(ReasonCode::code).collect(Collectors.joining(", "))))));
    }
}
