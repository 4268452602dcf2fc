package org.campaignledger.kernel;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A command or question that was not granted, with everything that is wrong about it. Nothing was written. Carries no
 * stack trace: a refusal is an answer, not a failure.
 */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal; each has its status at the door (API, "Refusals"). */
    public enum Kind {
        /** Not readable as what it should be: 400. */
        MALFORMED,
        /** Not for this role, or about a foreign unit: 403. */
        FORBIDDEN,
        /** No such thing, or none that the caller may know of: 404. */
        NOT_FOUND,
        /** In conflict with what the ledger holds already: 409. */
        CONFLICT,
        /** Longer than what is taken: 413. */
        TOO_LARGE,
        /** Well-formed, and against a rule: 422. */
        UNPROCESSABLE,
        /** Too many of them: 429. */
        TOO_MANY,
        /** Not able just now: 503. */
        UNAVAILABLE
    }

    /**
     * An earlier record that stands in the way.
     *
     * @param id       its id
     * @param position the position at which it was recorded
     * @param unit     the unit or sub-unit it is of; decides to whom it may be shown
     */
    public record Existing(String id, long position, @Nullable String unit) {}

    private final Kind kind;
    private final String code;
    private final transient List<Violation> violations;
    private final transient @Nullable Existing existing;
    private final transient Map<String, ?> details;

    private Refused(Kind kind, String code, List<Violation> violations, @Nullable Existing existing) {
        this(kind, code, violations, existing, Map.of());
    }

    private Refused(Kind kind, String code, List<Violation> violations, @Nullable Existing existing,
            Map<String, ?> details) {
        super(code + " " + violations, null, false, false);
        this.kind = kind;
        this.code = code;
        this.violations = List.copyOf(violations);
        this.existing = existing;
        this.details = details;
    }

    /** The same with what else the caller should see, by name; told at the door alone. */
    public Refused with(Map<String, ?> more) {
        return new Refused(kind, code, violations, existing, more);
    }

    /** What else the caller should see, by name; mostly nothing. */
    public Map<String, ?> details() {
        return details;
    }

    /** Several violations, or one whose code then becomes that of the whole: 422. */
    public static Refused because(List<Violation> violations) {
        String code = violations.size() == 1 ? violations.getFirst().code() : "validation-failed";
        return new Refused(Kind.UNPROCESSABLE, code, violations, null);
    }

    /** One broken rule: 422. */
    public static Refused because(Violation violation) {
        return because(List.of(violation));
    }

    /** Not readable: 400 {@code malformed}, with every place that is wrong. */
    public static Refused malformed(List<Violation> violations) {
        return new Refused(Kind.MALFORMED, "malformed", violations, null);
    }

    /** Not for this account: 403. */
    public static Refused forbidden(String code) {
        return new Refused(Kind.FORBIDDEN, code, List.of(), null);
    }

    /** No such thing, or one outside the caller's scope: 404. */
    public static Refused notFound() {
        return new Refused(Kind.NOT_FOUND, "not-found", List.of(), null);
    }

    /** A natural key is taken: 409 {@code duplicate-record}, naming the field and, where it is known, the record that holds it. */
    public static Refused duplicate(String field, @Nullable Existing existing) {
        return new Refused(Kind.CONFLICT, "duplicate-record", List.of(Violation.of(field, "duplicate-record")),
                existing);
    }

    /** In conflict with the state of the ledger: 409. */
    public static Refused conflict(String code, @Nullable Existing existing) {
        return new Refused(Kind.CONFLICT, code, List.of(), existing);
    }

    /** A refusal of the given kind and code that names nothing further. */
    public static Refused of(Kind kind, String code) {
        return new Refused(kind, code, List.of(), null);
    }

    /** A refusal of the given kind and code, with what its message names. */
    public static Refused of(Kind kind, String code, Map<String, ?> arguments) {
        return new Refused(kind, code, List.of(new Violation("", code, arguments)), null);
    }

    /** A refusal that another instance has given, with all that it said. */
    public static Refused again(Kind kind, String code, List<Violation> violations, @Nullable Existing existing) {
        return new Refused(kind, code, violations, existing);
    }

    /** The kind, which decides the status at the door. */
    public Kind kind() {
        return kind;
    }

    /** The stable code of the whole. */
    public String code() {
        return code;
    }

    /** Everything that is wrong; may be empty where the code says it all. */
    public List<Violation> violations() {
        return violations;
    }

    /** The record that stands in the way, if one does. */
    public @Nullable Existing existing() {
        return existing;
    }
}
