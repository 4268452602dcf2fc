package org.campaignledger.platform.web.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the records of one register are shown and amended: which fields stand in its table, which can be changed. */
enum RecordKind {

    /** Grass-roots unions. */
    MOBILIZATIONS("mobilizations", List.of("organization.name", "organization.code", "employees"), List.of(
            input("organization.name", "text", "name"), input("organization.code", "text", "orgCode"),
            input("employees", "number", "whole"), input("occurredOn", "date", "day"), input("unit", "unit", ""))),
    /** People recruited. */
    PROPAGANDISTS("propagandists", List.of("person.name", "employer"), List.of(
            input("person.name", "text", "name"), input("person.idNumber", "text", "idNumber"),
            input("person.phone", "tel", "phone"), input("employer", "text", "name"),
            input("occurredOn", "date", "day"), input("unit", "unit", ""))),
    /** Outreach events. */
    EVENTS("events", List.of("title", "kind", "place", "contacts"), List.of(
            input("contacts", "number", "whole"), input("title", "text", "name"), input("kind", "kind", ""),
            input("place", "text", "name"), input("enterprise", "text", "name"), input("occurredOn", "date", "day"),
            input("unit", "unit", ""))),
    /** Reach reported. */
    REACH_REPORTS("reach-reports", List.of("channel", "direct", "secondary"), List.of(
            input("direct", "number", "whole"), input("secondary", "number", "whole"),
            input("channel", "channel", ""), input("from", "date", "day"), input("to", "date", "day"),
            input("evidence", "url", "link"), input("unit", "unit", ""))),
    /** Measures. */
    MEASURES("measures", List.of("requirement", "title", "jointWith"), List.of(
            input("title", "text", "name"), input("requirement", "requirement", ""), input("on", "date", "day"),
            input("jointWith", "text", "name"), input("unit", "unit", ""))),
    /** Works. */
    ENTRIES("entries", List.of("title", "category"), List.of(
            input("title", "text", "name"), input("theme", "text", "name"), input("description", "text", "reason"),
            input("unit", "unit", "")));

    /** The fields of a table that are figures. */
    private static final List<String> NUMBERS = List.of("employees", "contacts", "direct", "secondary");

    private static final String JUDGINGS = "judgings";

    private final String path;
    private final List<String> columns;
    private final List<Input> inputs;

    RecordKind(String path, List<String> columns, List<Input> inputs) {
        this.path = path;
        this.columns = columns;
        this.inputs = inputs;
    }

    /**
     * A field that an amendment can change.
     *
     * @param field its path in the record
     * @param type  of its input, or {@code unit}, {@code kind}, {@code channel}, {@code requirement}
     * @param check the rule by which scripts judge it as it is typed
     */
    record Input(String field, String type, String check) {}

    private static Input input(String field, String type, String check) {
        return new Input(field, type, check);
    }

    /** The kind of this path name. */
    static Optional<RecordKind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    /**
     * Where a record is shown, below its campaign's pages; absent where such records have no page.
     *
     * @param kind path name of its register, or {@code judgings}: these are shown with their category
     */
    static @Nullable String page(String kind, String id) {
        return kind.equals(JUDGINGS)
                ? "categories/" + id.substring(id.indexOf('/') + 1)
                : of(kind).map(known -> "registers/" + known.path + "/" + id).orElse(null);
    }

    static boolean isNumber(String field) {
        return NUMBERS.contains(field);
    }

    String path() {
        return path;
    }

    List<String> columns() {
        return columns;
    }

    List<Input> inputs() {
        return inputs;
    }
}
