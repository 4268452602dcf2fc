package org.campaignledger.platform.eventstore;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Samples of any event type, made from its record's components: always the same, and so for types that come later too.
 * A type of component that is not known here fails the test until it is added.
 */
final class EventSamples {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 1);

    private final boolean sparse;

    private EventSamples(boolean sparse) {
        this.sparse = sparse;
    }

    /** Every component has a value. */
    static LedgerEvent filled(Class<?> type) {
        return (LedgerEvent) new EventSamples(false).record(type);
    }

    /** Every component that may be absent is absent. */
    static LedgerEvent sparse(Class<?> type) {
        return (LedgerEvent) new EventSamples(true).record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new AssertionError(type + " is not a record: teach EventSamples about it");
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(components).map(this::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + type.getName() + " can be made", e);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        AnnotatedType annotated = component.getAnnotatedType();
        return sparse && isNullable(annotated) ? null : value(component.getName(), annotated, component.getType());
    }

    private static boolean isNullable(AnnotatedElement element) {
        return element.isAnnotationPresent(Nullable.class);
    }

    private Object value(String name, AnnotatedType annotated, Class<?> type) {
        if (type == List.class) {
            AnnotatedType element = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[0];
            Class<?> elementType = raw(element.getType());
            return List.of(value(name + "1", element, elementType), value(name + "2", element, elementType));
        }
        if (type == Map.class) {
            AnnotatedType[] pair = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            Map<Object, Object> map = new LinkedHashMap<>();
            // Not in the order in which they are stored.
            for (String key : new String[]{"b", "a"}) {
                map.put(value(key, pair[0], raw(pair[0].getType())), value(name, pair[1], raw(pair[1].getType())));
            }
            return map;
        }
        return type.isRecord() ? record(type) : scalar(name, type);
    }

    /** Texts hold what JSON must escape, and what it must not. */
    private static Object scalar(String name, Class<?> type) {
        int number = 1 + Math.floorMod(name.hashCode(), 90_000);
        if (type == String.class) {
            return name + " 工会 \"\\/\n😀";
        } else if (type == long.class || type == Long.class) {
            return 10_000_000_000L + number;
        } else if (type == int.class || type == Integer.class) {
            return number;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == LocalDate.class) {
            return DAY.plusDays(number % 100);
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(number, 2);
        } else if (type == Instant.class) {
            return DAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().plusMillis(number);
        } else if (type == Object.class) {
            // What JSON gives back as it was: what a correction tells of records of any kind.
            return Map.of(name + "B", List.of(10_000_000_000L + number, true), name + "A", name + " 工会 \"");
        } else if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        throw new AssertionError("no sample of " + type.getName() + " for " + name + ": teach EventSamples about it");
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
