package org.campaignledger.platform.web.body;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads objects into one type of record, by the names of its components. */
final class RecordReader implements ValueReader {

    private static final ClassValue<RecordReader> READERS = new ClassValue<>() {

        @Override
        protected RecordReader computeValue(Class<?> type) {
            return new RecordReader(type);
        }
    };

    private record Field(int index, ValueReader reader, boolean required) {}

    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Constructor<?> constructor;

    /** The reader of this type of record; made once. */
    static RecordReader of(Class<?> type) {
        return READERS.get(type);
    }

    private RecordReader(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        for (RecordComponent component : components) {
            FieldName name = component.getAnnotation(FieldName.class);
            ValueReader reader = ValueReaders.of(
                    component.getAnnotatedType(), component.isAnnotationPresent(AnyCase.class));
            boolean required = !ValueReaders.mayBeNull(component.getAnnotatedType());
            fields.put(
                    name == null ? component.getName() : name.value(), new Field(fields.size(), reader, required));
        }
        constructor = canonicalConstructor(type, components);
    }

    private static Constructor<?> canonicalConstructor(Class<?> type, RecordComponent[] components) {
        try {
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public @Nullable Object read(JsonNode node, FieldPath path, Findings findings) {
        if (!node.isObject()) {
            findings.wrongType(path, "object");
            return null;
        }
        int before = findings.count();
        @Nullable
        Object[] values = new @Nullable Object[fields.size()];
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Field field = fields.get(entry.getKey());
            FieldPath at = path.field(entry.getKey());
            if (field == null) {
                findings.malformed(at, "unknown-field");
            } else if (!entry.getValue().isNull()) {
                values[field.index()] = field.reader().read(entry.getValue(), at, findings);
            }
        }
        fields.forEach((name, field) -> {
            if (field.required() && isAbsent(node.get(name))) {
                findings.missing(path.field(name));
            }
        });
        return findings.count() == before ? construct(values) : null;
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
