package org.campaignledger.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong, so that one refusal can name it all at once. */
public final class Checks {

    private final List<Violation> violations = new ArrayList<>();

    /** Adds a violation that is already made. */
    public Checks add(Violation violation) {
        violations.add(violation);
        return this;
    }

    /** Adds a violation unless the condition holds. */
    public Checks that(boolean holds, String field, String code) {
        return holds ? this : add(Violation.of(field, code));
    }

    /** Adds a violation with what its message names, unless the condition holds. */
    public Checks that(boolean holds, String field, String code, Map<String, ?> arguments) {
        return holds ? this : add(new Violation(field, code, arguments));
    }

    /** The value must be there: otherwise {@code missing}. Answers whether it is. */
    public boolean required(@Nullable Object value, String field) {
        if (value == null) {
            add(Violation.of(field, "missing"));
        }
        return value != null;
    }

    /**
     * A text, judged on its normal form and kept as it was written, trimmed: {@code missing}, {@code blank},
     * {@code too-long} or {@code direction-mark} otherwise. Characters that turn the direction of what follows make a
     * page say something else than the ledger: nobody needs them in a name.
     *
     * @param maxLength in Unicode code points
     */
    public @Nullable String text(@Nullable String raw, String field, int maxLength, boolean needed) {
        if (raw == null) {
            if (needed) {
                add(Violation.of(field, "missing"));
            }
            return null;
        }
        String normal = NormalForm.text(raw);
        if (normal.isEmpty()) {
            add(Violation.of(field, "blank"));
            return null;
        }
        if (normal.codePointCount(0, normal.length()) > maxLength) {
            add(Violation.of(field, "too-long", "max", maxLength));
            return null;
        }
        if (normal.codePoints().anyMatch(Checks::turnsDirection)) {
            add(Violation.of(field, "direction-mark"));
            return null;
        }
        return NormalForm.written(raw);
    }

    /** Embeddings, overrides and isolates of the bidirectional algorithm (Unicode, UAX 9). */
    private static boolean turnsDirection(int character) {
        return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
    }

    /** A whole number from 0 up: {@code missing} or {@code out-of-range} otherwise. */
    public @Nullable Long count(@Nullable Long raw, String field, boolean needed) {
        if (raw == null) {
            if (needed) {
                add(Violation.of(field, "missing"));
            }
            return null;
        }
        if (raw < 0) {
            add(Violation.of(field, "out-of-range", "min", 0));
            return null;
        }
        return raw;
    }

    /** Whether nothing has been found so far. */
    public boolean passed() {
        return violations.isEmpty();
    }

    /** Everything found so far. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /**
     * Ends the collecting.
     *
     * @throws Refused 422 with everything found, if anything was
     */
    public void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw Refused.because(violations);
        }
    }
}
