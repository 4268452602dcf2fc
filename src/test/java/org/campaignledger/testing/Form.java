package org.campaignledger.testing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A body as someone fills it in, field by field; each word gives a new form. */
public final class Form {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode fields;

    /** An empty form. */
    public Form() {
        this(JSON.createObjectNode());
    }

    private Form(ObjectNode fields) {
        this.fields = fields;
    }

    /** With a field, named by its path, such as {@code person.phone}. */
    public Form with(String path, @Nullable Object value) {
        ObjectNode changed = fields.deepCopy();
        ObjectNode place = changed;
        String[] steps = path.split("\\.");
        for (String step : Arrays.copyOf(steps, steps.length - 1)) {
            place = place.get(step) instanceof ObjectNode inner ? inner : place.putObject(step);
        }
        place.set(steps[steps.length - 1], JSON.valueToTree(value));
        return new Form(changed);
    }

    /** Without a field at the top. */
    public Form without(String field) {
        ObjectNode changed = fields.deepCopy();
        changed.remove(field);
        return new Form(changed);
    }

    /** Whether a field at the top is filled in. */
    boolean has(String field) {
        return fields.has(field);
    }

    /** The registration code of a grass-roots union. */
    public Form code(String code) {
        return with("organization.code", code);
    }

    /** How many work there. */
    public Form employing(long employees) {
        return with("employees", employees);
    }

    /** A person's mobile number. */
    public Form phone(String phone) {
        return with("person.phone", phone);
    }

    /** A person's identity number. */
    public Form idNumber(String number) {
        return with("person.idNumber", number);
    }

    /** Where an event was held. */
    public Form at(String place) {
        return with("place", place);
    }

    /** How many workers were met. */
    public Form meeting(long contacts) {
        return with("contacts", contacts);
    }

    /** The earlier record that only looks the same. */
    public Form distinctFrom(String id) {
        return with("distinctFrom", id);
    }

    /** The period of a reach report. */
    public Form between(String from, String to) {
        return with("from", from).with("to", to);
    }

    /** How many were reached by onward sharing. */
    public Form andOnward(long secondary) {
        return with("secondary", secondary);
    }

    /** As a tree. */
    public JsonNode json() {
        return fields;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
