package org.campaignledger.platform.correction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.web.body.StrictBinder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fields by name, with fields of fields nested: how changes are laid over a record. */
public final class Changes {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion
                    .withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<TreeMap<String, Object>> FIELDS = new TypeReference<>() {
    };
    private static final String PREFIX = "changes.";

    private Changes() {}

    /** The fields of a form, by name, sorted; what is absent is left out. */
    public static Map<String, Object> fields(Object form) {
        return JSON.convertValue(form, FIELDS);
    }

    /** The same with {@code person.phone} and its like nested, however they were written. */
    public static Map<String, Object> nested(Map<String, Object> changes) {
        Map<String, Object> nested = new TreeMap<>();
        changes.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot > 0) {
                Map<String, Object> inner = new TreeMap<>();
                inner.put(name.substring(dot + 1), value);
                put(nested, name.substring(0, dot), inner);
            } else {
                put(nested, name, value);
            }
        });
        return nested;
    }

    private static void put(Map<String, Object> into, String name, Object value) {
        if (into.get(name) instanceof Map<?, ?> one && value instanceof Map<?, ?> other) {
            into.put(name, joined(object(one), object(other)));
        } else {
            into.put(name, value);
        }
    }

    private static Map<String, Object> joined(Map<String, Object> one, Map<String, Object> other) {
        Map<String, Object> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    /** Changes laid over fields; a change to {@code null} takes a field away. */
    public static Map<String, Object> over(Map<String, Object> fields, Map<String, Object> changes) {
        Map<String, Object> result = new TreeMap<>(fields);
        changes.forEach((name, change) -> {
            @Nullable
            Object before = fields.get(name);
            if (change == null) {
                result.remove(name);
            } else if (before instanceof Map<?, ?> object && change instanceof Map<?, ?> part) {
                result.put(name, over(object(object), object(part)));
            } else {
                result.put(name, change);
            }
        });
        return result;
    }

    @SuppressWarnings("unchecked") // what JSON gives has texts as keys
    private static Map<String, Object> object(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /**
     * Fields bound to a form.
     *
     * @throws Refused 400 or 422, each field below {@code changes.}
     */
    public static <T> T bound(Map<String, Object> fields, Class<T> form) {
        try {
            return StrictBinder.read(JSON.valueToTree(new LinkedHashMap<>(fields)), form).orRefuse();
        } catch (Refused refused) {
            throw below(refused);
        }
    }

    /** A refusal whose fields are those of the changes. */
    public static Refused below(Refused refused) {
        return Refused.again(refused.kind(), refused.code(), below(refused.violations()), refused.existing());
    }

    /** Violations whose fields are those of the changes. */
    public static List<Violation> below(List<Violation> violations) {
        return violations.stream().map(violation -> violation.field().isEmpty()
                || violation.field().startsWith(PREFIX)
                        ? violation
                        : new Violation(PREFIX + violation.field(), violation.code(), violation.arguments()))
                .toList();
    }
}
