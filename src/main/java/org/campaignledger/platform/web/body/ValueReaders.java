package org.campaignledger.platform.web.body;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the reader for a declared type. */
final class ValueReaders {

    private static final Map<Class<?>, ValueReader> SCALARS = Map.ofEntries(
            Map.entry(String.class, ScalarReaders::text),
            Map.entry(Long.class, ScalarReaders::longNumber),
            Map.entry(long.class, ScalarReaders::longNumber),
            Map.entry(Integer.class, ScalarReaders::intNumber),
            Map.entry(int.class, ScalarReaders::intNumber),
            Map.entry(Boolean.class, ScalarReaders::bool),
            Map.entry(boolean.class, ScalarReaders::bool),
            Map.entry(BigDecimal.class, ScalarReaders::decimal),
            Map.entry(LocalDate.class, ScalarReaders::date),
            Map.entry(Instant.class, ScalarReaders::instant),
            Map.entry(JsonNode.class, (node, path, findings) -> node));

    private ValueReaders() {}

    /**
     * The reader of a declared type; with {@code anyCase} the constants of its enum are taken in any case.
     *
     * @throws IllegalArgumentException if values of this type can't be read: a mistake in the code
     */
    static ValueReader of(AnnotatedType declared, boolean anyCase) {
        Type type = declared.getType();
        if (type instanceof Class<?> plain) {
            return ofClass(plain, anyCase);
        }
        if (declared instanceof AnnotatedParameterizedType generic && type instanceof ParameterizedType parts) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            if (parts.getRawType() == List.class) {
                return list(of(arguments[0], anyCase), mayBeNull(arguments[0]));
            }
            if (parts.getRawType() == Map.class && arguments[0].getType() == String.class) {
                return map(of(arguments[1], anyCase), mayBeNull(arguments[1]));
            }
        }
        throw new IllegalArgumentException("values of type " + type.getTypeName() + " are not read from bodies");
    }

    private static ValueReader ofClass(Class<?> type, boolean anyCase) {
        ValueReader scalar = SCALARS.get(type);
        if (scalar != null) {
            return scalar;
        }
        if (type.isEnum()) {
            return ScalarReaders.constant(type, anyCase);
        }
        if (type.isRecord()) {
            // Looked up when it is first needed: a record may hold others of its own type.
            return (node, path, findings) -> RecordReader.of(type).read(node, path, findings);
        }
        throw new IllegalArgumentException("values of type " + type.getTypeName() + " are not read from bodies");
    }

    /** Whether absence is allowed, as the declaration says it. */
    static boolean mayBeNull(AnnotatedType declared) {
        return declared.isAnnotationPresent(Nullable.class);
    }

    private static ValueReader list(ValueReader element, boolean nullable) {
        return (node, path, findings) -> {
            if (!node.isArray()) {
                findings.wrongType(path, "list");
                return null;
            }
            List<@Nullable Object> values = new ArrayList<>(node.size());
            for (JsonNode child : node) {
                values.add(readPart(child, element, nullable, path.element(values.size()), findings));
            }
            return Collections.unmodifiableList(values);
        };
    }

    private static ValueReader map(ValueReader value, boolean nullable) {
        return (node, path, findings) -> {
            if (!node.isObject()) {
                findings.wrongType(path, "object");
                return null;
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                FieldPath part = path.field(entry.getKey());
                values.put(entry.getKey(), readPart(entry.getValue(), value, nullable, part, findings));
            }
            return Collections.unmodifiableMap(values);
        };
    }

    private static @Nullable Object readPart(
            JsonNode node, ValueReader reader, boolean nullable, FieldPath path, Findings findings) {
        if (!node.isNull()) {
            return reader.read(node, path, findings);
        }
        if (!nullable) {
            findings.missing(path);
        }
        return null;
    }
}
