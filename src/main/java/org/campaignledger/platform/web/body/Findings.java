package org.campaignledger.platform.web.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** Collects what is wrong with a body: what cannot be read (400), and what is missing (422). */
final class Findings {

    /** A body of a megabyte can be wrong in a hundred thousand places; nobody reads more than the first of them. */
    static final int MAX_KEPT = 200;

    private final List<Violation> malformed = new ArrayList<>();
    private final List<Violation> missing = new ArrayList<>();
    private int count;

    void malformed(FieldPath path, String code) {
        malformed(path, code, Map.of());
    }

    void malformed(FieldPath path, String code, Map<String, ?> arguments) {
        keep(malformed, path, code, arguments);
    }

    void wrongType(FieldPath path, String expected) {
        malformed(path, "wrong-type", Map.of("expected", expected));
    }

    void missing(FieldPath path) {
        keep(missing, path, "missing", Map.of());
    }

    private void keep(List<Violation> list, FieldPath path, String code, Map<String, ?> arguments) {
        count++;
        if (list.size() < MAX_KEPT) {
            list.add(new Violation(path.toString(), code, arguments));
        }
    }

    /** How many there were, those not kept included: tells whether a part of the body was in order. */
    int count() {
        return count;
    }

    List<Violation> malformed() {
        return List.copyOf(malformed);
    }

    List<Violation> missing() {
        return List.copyOf(missing);
    }

    /** Ends the collecting: 400 if something could not be read. */
    void refuseIfMalformed() {
        if (!malformed.isEmpty()) {
            throw Refused.malformed(malformed);
        }
    }
}
