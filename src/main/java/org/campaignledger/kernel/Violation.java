package org.campaignledger.kernel;

import java.util.Map;

/**
 * One thing wrong with what was asked for.
 *
 * @param field     path of the field, such as {@code person.phone}; empty where it concerns the whole
 * @param code      stable kebab-case code, part of the contract at the door
 * @param arguments what the message in either language names, by name
 */
public record Violation(String field, String code, Map<String, ?> arguments) {

    /** A violation whose message names nothing. */
    public static Violation of(String field, String code) {
        return new Violation(field, code, Map.of());
    }

    /** A violation whose message names one value. */
    public static Violation of(String field, String code, String name, Object value) {
        return new Violation(field, code, Map.of(name, value));
    }
}
