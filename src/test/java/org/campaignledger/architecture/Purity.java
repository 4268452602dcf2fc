package org.campaignledger.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.springframework.stereotype.Component;

/**
 * Which code decides, and what keeps it from being pure. All rules, events and the kernel; and in the rooms where things
 * are written everything that is neither a part of the application (endpoints, aggregates' shells) nor a command.
 */
final class Purity {

    private static final Set<String> CLOCKS_AND_DICE = Set.of("java.util.Random", "java.security.SecureRandom",
            "java.util.concurrent.ThreadLocalRandom", "java.time.Clock", "org.slf4j.Logger",
            "org.campaignledger.platform.records.RecordIds");
    private static final Set<String> CALLS = Set.of("java.time.Instant.now", "java.time.LocalDate.now",
            "java.time.LocalDateTime.now", "java.time.ZonedDateTime.now", "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.UUID.randomUUID",
            "java.lang.Math.random");

    private final String root;

    Purity(String root) {
        this.root = root;
    }

    DescribedPredicate<JavaClass> decides() {
        return DescribedPredicate.describe("decide", type -> isPureRoom(type) || isDecision(type));
    }

    private boolean isDecision(JavaClass type) {
        return isWritten(type) && !isPartOfTheApplication(outermost(type)) && !isCommand(outermost(type));
    }

    private boolean isPureRoom(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".kernel") || name.startsWith(root + ".platform.rules")
                || name.matches(quoted() + "\\.\\w+\\.(events|model|balance|timeline)(\\..*)?");
    }

    private boolean isWritten(JavaClass type) {
        return type.getPackageName().matches(quoted() + "\\.\\w+\\.write(\\..*)?");
    }

    private String quoted() {
        return root.replace(".", "\\.");
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Purity::outermost).orElse(type);
    }

    private static boolean isPartOfTheApplication(JavaClass type) {
        return type.isMetaAnnotatedWith(Component.class);
    }

    /** Axon finds a command's aggregate by a mark on it, or on one of the records inside it. */
    private static boolean isCommand(JavaClass type) {
        return marked(type) || type.getPackage().getClasses().stream().anyMatch(inner -> !inner.equals(type)
                && outermost(inner).equals(type) && marked(inner));
    }

    private static boolean marked(JavaClass type) {
        return Stream.concat(type.getFields().stream(), type.getMethods().stream()).anyMatch(member -> member
                .isAnnotatedWith(TargetAggregateIdentifier.class));
    }

    ArchCondition<JavaClass> bePure() {
        return new ArchCondition<>("be pure") {

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (isImpure(dependency.getTargetClass())) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    if (CALLS.contains(call.getTargetOwner().getName() + "." + call.getName())) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isImpure(JavaClass target) {
        String name = target.getName();
        boolean framework = name.startsWith("org.axonframework.")
                || (name.startsWith("org.springframework.") && !name.startsWith("org.springframework.modulith."));
        return framework || CLOCKS_AND_DICE.contains(name);
    }
}
