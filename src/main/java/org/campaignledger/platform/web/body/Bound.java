package org.campaignledger.platform.web.body;

import java.util.List;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What came of binding a tree to a record.
 *
 * @param value     the record; absent if anything was wrong
 * @param malformed what could not be read, with field paths; at most 200
 * @param missing   the fields that must be there and are not, with field paths; at most 200
 */
public record Bound<T>(@Nullable T value, List<Violation> malformed, List<Violation> missing) {

    /**
     * The record.
     *
     * @throws Refused 400 {@code malformed} with everything that could not be read, else 422 with all that is missing
     */
    public T orRefuse() {
        if (!malformed.isEmpty()) {
            throw Refused.malformed(malformed);
        }
        if (value == null) {
            throw Refused.because(missing);
        }
        return value;
    }
}
