package org.campaignledger.exchange.imports;

import java.util.List;
import java.util.Map;
import org.campaignledger.exchange.sheet.SheetRefused;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a row, or with the file. Holds no value of the sheet: it may be of a person.
 *
 * @param field     path of the field; empty where it concerns the whole
 * @param code      one of the door's codes
 * @param arguments what its message names
 * @param existing  the record that stands in the way
 */
record Problem(String field, String code, Map<String, ?> arguments, Refused.@Nullable Existing existing) {

    static Problem of(Violation violation) {
        return new Problem(violation.field(), violation.code(), violation.arguments(), null);
    }

    static Problem of(SheetRefused refused) {
        return new Problem("", refused.code(), refused.arguments(), null);
    }

    static Problem of(String field, String code, Map<String, ?> arguments) {
        return new Problem(field, code, arguments, null);
    }

    /** Everything that a refusal names, or its own code where it names nothing. */
    static List<Problem> of(Refused refused) {
        return refused.violations().isEmpty()
                ? List.of(new Problem("", refused.code(), Map.of(), refused.existing()))
                : refused.violations().stream().map(violation -> new Problem(violation.field(), violation.code(),
                        violation.arguments(), refused.existing())).toList();
    }
}
