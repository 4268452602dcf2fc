package org.campaignledger.platform.eventstore;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.campaignledger.kernel.LedgerEvent;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** What the slices contribute to the codec, found in the compiled product without starting it. */
final class AllEventTypes {

    private static final String PRODUCT = "org.campaignledger";

    private AllEventTypes() {}

    /** The contributions of all slices. */
    static List<EventTypes> contributed() throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        List<EventTypes> found = new ArrayList<>();
        for (var candidate : scanner.findCandidateComponents(PRODUCT)) {
            Class<?> configuration = Class.forName(candidate.getBeanClassName());
            for (Method method : configuration.getDeclaredMethods()) {
                if (method.getReturnType() == EventTypes.class) {
                    Constructor<?> constructor = configuration.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    method.setAccessible(true);
                    found.add((EventTypes) method.invoke(constructor.newInstance()));
                }
            }
        }
        found.sort(Comparator.comparing(types -> types.sealedType().getName()));
        return found;
    }

    /** The sealed interfaces of events, contributed or not, in a package called {@code events}. */
    static List<Class<?>> sealedInterfaces() throws ClassNotFoundException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {

            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(LedgerEvent.class));
        List<Class<?>> found = new ArrayList<>();
        for (var candidate : scanner.findCandidateComponents(PRODUCT)) {
            Class<?> type = Class.forName(candidate.getBeanClassName());
            if (type.isSealed() && type.getPackageName().endsWith(".events")) {
                found.add(type);
            }
        }
        found.sort(Comparator.comparing(Class::getName));
        return found.stream().filter(type -> found.stream().noneMatch(other -> isPartOf(type, other))).toList();
    }

    /** Whether it only groups some of the types that another one has. */
    private static boolean isPartOf(Class<?> type, Class<?> other) {
        return type != other && List.of(other.getPermittedSubclasses()).containsAll(
                List.of(type.getPermittedSubclasses()));
    }
}
