package org.campaignledger.testing;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A correction on its way to the door. */
public final class CorrectionForm {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode body;

    private CorrectionForm(ObjectNode body) {
        this.body = body;
    }

    private static CorrectionForm of(String action, String reasonCode) {
        ObjectNode body = JSON.createObjectNode();
        body.put("action", action).put("reasonCode", reasonCode).put("reason", "核对时发现");
        return new CorrectionForm(body);
    }

    /** Take it back. */
    public static CorrectionForm reversing(Answer record) {
        return of("REVERSE", "not-held").about(record);
    }

    /** Take all of these back. */
    public static CorrectionForm reversingAll(Iterable<Answer> records) {
        CorrectionForm form = of("REVERSE", "duplicate");
        ArrayNode ids = form.body.putArray("recordIds");
        records.forEach(record -> ids.add(record.id()));
        return form;
    }

    /** Change fields of it. */
    public static CorrectionForm amending(Answer record) {
        return of("AMEND", "wrong-figure").about(record);
    }

    /** Take it back as being the same as another. */
    public static CorrectionForm merging(Answer record, Answer survivor) {
        CorrectionForm form = of("MERGE", "duplicate").about(record);
        form.body.put("into", survivor.id());
        return form;
    }

    private CorrectionForm about(Answer record) {
        return with("recordId", record.id());
    }

    /** A change of a field. */
    public CorrectionForm to(String field, Object value) {
        ObjectNode next = body.deepCopy();
        next.withObject("/changes").set(field, JSON.valueToTree(value));
        return new CorrectionForm(next);
    }

    /** With a field of the body as given. */
    public CorrectionForm with(String field, Object value) {
        ObjectNode next = body.deepCopy();
        next.set(field, JSON.valueToTree(value));
        return new CorrectionForm(next);
    }

    /** Without a field of the body. */
    public CorrectionForm without(String field) {
        ObjectNode next = body.deepCopy();
        next.remove(field);
        return new CorrectionForm(next);
    }

    /** What is sent. */
    public JsonNode json() {
        return body;
    }
}
