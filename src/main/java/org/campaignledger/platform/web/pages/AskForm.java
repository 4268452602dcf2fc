package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.stream.Collectors;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The form in which a correction is asked for.
 *
 * @param kind    path name of the register
 * @param action  what is preset
 * @param into    the record that survives a merger, preset
 * @param one     the record; absent where it is about many
 * @param inputs  the fields that can be changed, with what stands there now
 * @param reason  reason code preset; empty where there is none
 * @param byAdmin whether an ADMIN asks: another one must decide
 */
record AskForm(
        String kind, String action, String into, @Nullable String one, List<Field> inputs, String reason,
        boolean byAdmin) {

    /** What can be asked for. */
    static final List<String> ACTIONS = List.of("AMEND", "REVERSE", "MERGE");

    /** Why (API, "Reason codes"). */
    static final List<String> REASONS = List.of("wrong-figure", "wrong-date", "wrong-unit", "duplicate", "not-held",
            "evidence-withdrawn", "eligibility", "other");

    /** Details of persons are typed anew, never prefilled: the page holds nobody's numbers. */
    private static final String PERSON = "person.";

    /**
     * A field.
     *
     * @param name    its path in the request
     * @param value   what stands there now; empty where nothing does, or where it is not shown
     * @param choices codes and names where it is chosen
     */
    record Field(String name, String label, String type, String check, String value,
            List<RecordPage.Choice> choices) {}

    /** Names of the actions, as {@code th:each} wants them. */
    public List<String> actions() {
        return ACTIONS;
    }

    /** The reason codes, as {@code th:each} wants them. */
    public List<String> reasons() {
        return REASONS;
    }

    /** The fields that are whole numbers, as a form without scripts names them. */
    public String numbers() {
        return inputs.stream().filter(field -> field.type().equals("number")).map(Field::name)
                .collect(Collectors.joining(","));
    }

    /** About many records. */
    public boolean many() {
        return one == null;
    }

    static AskForm of(CampaignFace face, RecordKind kind, @Nullable String id, @Nullable JsonNode record,
            @Nullable String action, @Nullable String into, Actor actor, Language language) {
        RecordWords words = new RecordWords(face, language);
        List<Field> inputs = kind.inputs().stream().filter(input -> id != null || !input.field().startsWith(PERSON))
                .map(input -> new Field("changes." + input.field(), words.label(input.field()), input.type(),
                        input.check(), value(input.field(), record), choices(input, face, actor, language, words)))
                .toList();
        boolean merges = "MERGE".equals(action);
        return new AskForm(kind.path(), action != null && ACTIONS.contains(action) ? action : "AMEND",
                into == null ? "" : into, id, inputs, merges ? "duplicate" : "", actor.role() == Role.ADMIN);
    }

    private static String value(String field, @Nullable JsonNode record) {
        return record == null || field.startsWith(PERSON) ? "" : RecordWords.at(record, field).asString("");
    }

    private static List<RecordPage.Choice> choices(RecordKind.Input input, CampaignFace face, Actor actor,
            Language language, RecordWords words) {
        return switch (input.type()) {
            case "unit" -> Units.of(face, actor, language);
            case "kind" -> coded(List.of("OFFLINE_EVENT", "ENTERPRISE_VISIT"), "record.kind", words);
            case "requirement" -> face.requirements().stream().map(asked -> new RecordPage.Choice(asked.id(), asked
                    .name().in(language))).toList();
            case "channel" -> coded(RecordPage.CHANNELS, "record.channel", words);
            default -> List.of();
        };
    }

    private static List<RecordPage.Choice> coded(List<String> codes, String group, RecordWords words) {
        return codes.stream().map(code -> new RecordPage.Choice(code, words.word(group, code))).toList();
    }
}
