package org.campaignledger.platform.web.pages.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form that was refused, so that its page can be shown again with everything that was typed, each error at its field.
 * Passwords alone are not kept: what leaves the browser once does not come back to it.
 *
 * @param form     which form of the page, by its hidden field {@code _form}; empty where the page has one
 * @param values   what was typed, by field
 * @param errors   what is wrong, by field
 * @param message  what is wrong with the whole
 * @param existing position of the record that stands in the way; absent where none does, or it may not be seen
 * @param existingId its id
 */
public record Typed(
        String form, Map<String, String> values, Map<String, String> errors, String message,
        @Nullable Long existing, @Nullable String existingId) {

    /** Name of the request attribute and of the model's. */
    public static final String NAME = "typed";

    /** Name of the request attribute that holds what a command would do, where that was asked for. */
    public static final String PREVIEW = "preview";

    /** Name of the request attribute that holds the answer to a form, where its own page shows it. */
    public static final String ANSWER = "answer";

    /** What was typed into a field; what would stand there otherwise if it is not this form, or the field is new. */
    public @Nullable String value(String name, @Nullable Object otherwise) {
        String typed = values.get(name);
        return typed != null ? typed : otherwise == null ? null : otherwise.toString();
    }

    /** Whether one of the boxes of this name was ticked. */
    public boolean ticked(String name, String value) {
        return values.getOrDefault(name, "").lines().anyMatch(value::equals);
    }

    /** What is wrong with a field; empty where nothing is. */
    public String error(String name) {
        return errors.getOrDefault(name, "");
    }

    /** Whether this is the form of this name. */
    public boolean is(String name) {
        return form.equals(name);
    }

    /** Whether what is typed into a field of this name is shown to nobody again. */
    static boolean isSecret(String name) {
        return name.toLowerCase(Locale.ROOT).contains("password");
    }

    /** A form with which nothing is wrong, shown again with what it would do, or with its answer. */
    public static Typed seen(String form, Map<String, String[]> fields) {
        return new Typed(form, values(fields), Map.of(), "", null, null);
    }

    /** A form that was kept while its session had ended. */
    static Typed kept(String form, Map<String, String[]> fields, String message) {
        return new Typed(form, values(fields), Map.of(), message, null, null);
    }

    private static Map<String, String> values(Map<String, String[]> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, given) -> values.put(name, isSecret(name) ? "" : String.join("\n", given)));
        return values;
    }

    /** Whether something is wrong with it. */
    public boolean refused() {
        return !message.isEmpty() || !errors.isEmpty();
    }

    /**
     * A form that was refused.
     *
     * @param placed the form's name of a field that the contract names
     */
    static Typed of(String form, Map<String, String[]> fields, JsonNode problem, String detail,
            UnaryOperator<String> placed) {
        Map<String, String> values = values(fields);
        Map<String, String> errors = new LinkedHashMap<>();
        List<String> ofTheWhole = new ArrayList<>();
        for (JsonNode error : problem.path("errors")) {
            String named = placed.apply(error.path("field").asString(""));
            // A line of a list that was typed into one field.
            String field = values.containsKey(named) ? named : named.replaceFirst("\\[\\d+]$", "");
            String message = error.path("message").asString(error.path("code").asString(""));
            if (values.containsKey(field)) {
                errors.merge(field, message, (one, other) -> one + " " + other);
            } else {
                ofTheWhole.add(message);
            }
        }
        if (problem.path("errors").isEmpty() || !ofTheWhole.isEmpty() || errors.isEmpty()) {
            ofTheWhole.addFirst(detail);
        }
        JsonNode existing = problem.path("existing").path("position");
        String id = problem.path("existing").path("id").asString("");
        return new Typed(form, values, errors, String.join(" ", ofTheWhole),
                existing.isMissingNode() ? null : existing.asLong(), id.isEmpty() ? null : id);
    }
}
