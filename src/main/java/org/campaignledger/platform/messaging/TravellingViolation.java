package org.campaignledger.platform.messaging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Violation;

/**
 * A {@link Violation} in a form that travels: JSON would make a text of each date that its message names.
 *
 * @param arguments what the message names, each with its type
 */
record TravellingViolation(String field, String code, Map<String, Argument> arguments) {

    /** Types of what messages name. */
    enum Type {
        DATE, WHOLE_NUMBER, NUMBER, TEXT
    }

    /** One value or, where {@code many}, any number of them. */
    record Argument(boolean many, List<Value> values) {

        private static Argument of(Object argument) {
            return argument instanceof Collection<?> all
                    ? new Argument(true, all.stream().map(Value::of).toList())
                    : new Argument(false, List.of(Value.of(argument)));
        }

        private Object restored() {
            List<Object> restored = values.stream().map(Value::restored).toList();
            return many ? restored : restored.getFirst();
        }
    }

    /** A value as text. */
    record Value(Type type, String text) {

        private static Value of(Object value) {
            Type type = switch (value) {
                case LocalDate date -> Type.DATE;
                case Long number -> Type.WHOLE_NUMBER;
                case Integer number -> Type.WHOLE_NUMBER;
                case Number number -> Type.NUMBER;
                default -> Type.TEXT;
            };
            return new Value(type, value.toString());
        }

        private Object restored() {
            return switch (type) {
                case DATE -> LocalDate.parse(text);
                case WHOLE_NUMBER -> Long.valueOf(text);
                case NUMBER -> Double.valueOf(text);
                case TEXT -> text;
            };
        }
    }

    static TravellingViolation of(Violation violation) {
        Map<String, Argument> arguments = new HashMap<>();
        violation.arguments().forEach((name, value) -> arguments.put(name, Argument.of(value)));
        return new TravellingViolation(violation.field(), violation.code(), arguments);
    }

    Violation violation() {
        Map<String, Object> restored = new HashMap<>();
        arguments.forEach((name, argument) -> restored.put(name, argument.restored()));
        return new Violation(field, code, restored);
    }
}
