package org.campaignledger.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The house's rules about what imports what, for all packages below a root: the product's, or that of the violators,
 * which have each of them broken once.
 */
final class HouseRules {

    private static final Set<String> GROUND = Set.of("kernel", "platform");

    private static final Set<String> VERIFIERS_GROUND = Set.of("java.", "tools.jackson.", "picocli", "org.jspecify.");

    private final String root;

    HouseRules(String root) {
        this.root = root;
    }

    /** Rule 1: slices meet only through each other's events, and through the platform on which all stand. */
    ArchRule slicesMeetThroughEvents() {
        return classes().that(areInASlice()).should(onlyDependOn("what their slice, the platform and events give",
                (from, to) -> sliceOf(from).equals(sliceOf(to)) || isGround(to) || isEvent(to)));
    }

    /** Rule 1: the platform knows no slice; the kernel knows not even the platform. */
    ArchRule theGroundKnowsNoSlice() {
        return classes().that(areGround()).should(onlyDependOn("no slice", (from, to) -> isGround(to)
                && !(sliceOf(from).equals("kernel") && sliceOf(to).equals("platform"))));
    }

    /** Rule 1: no cycles. */
    ArchRule thereAreNoCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    /** Rule 2: events import the kernel and the JDK, but for the marks of nullness and of the module. */
    ArchRule eventsImportTheKernelOnly() {
        return classes().that().resideInAPackage(root + ".*.events..").should(dependOn("kernel and JDK only",
                (from, to) -> to.getPackageName().startsWith("java.") || sliceOf(to).equals("kernel")
                        || (sliceOf(from).equals(sliceOf(to)) && isEvent(to))
                        || to.getPackageName().startsWith("org.jspecify.")
                        || to.getPackageName().startsWith("org.springframework.modulith")));
    }

    /** Rule 2: what writes and what reads never import each other. */
    ArchRule writeAndReadAreApart() {
        return classes().that().resideInAnyPackage(root + ".*.write..", root + ".*.read..")
                .should(onlyDependOn("their own side", (from, to) -> !(crosses(from, to, "write", "read")
                        || crosses(from, to, "read", "write"))));
    }

    /** Rule 3: what decides imports neither Spring nor Axon, reads no clock and makes no random ids. */
    ArchRule decisionsArePure() {
        return classes().that(new Purity(root).decides()).should(new Purity(root).bePure());
    }

    /** The verifier shares no code with what it verifies; its command alone knows what commands have in common. */
    ArchRule theVerifierStandsAlone() {
        return classes().that().resideInAPackage(root + ".seal.verify..").should(dependOn(
                "JDK, Jackson and picocli only",
                (from, to) -> VERIFIERS_GROUND.stream().anyMatch(to.getPackageName()::startsWith)
                        || (to.getPackageName() + ".").startsWith(root + ".seal.verify.")
                        || (from.getSimpleName().equals("VerifyCommand") && to.getPackageName().equals(root
                                + ".platform.cli"))));
    }

    private DescribedPredicate<JavaClass> areInASlice() {
        return DescribedPredicate.describe("are in a slice", type -> !sliceOf(type).isEmpty() && !isGround(type));
    }

    private DescribedPredicate<JavaClass> areGround() {
        return DescribedPredicate.describe("are of the kernel or the platform", this::isGround);
    }

    private boolean isGround(JavaClass type) {
        return GROUND.contains(sliceOf(type));
    }

    private boolean isEvent(JavaClass type) {
        return isRoom(type, "events");
    }

    private boolean crosses(JavaClass from, JavaClass to, String one, String other) {
        return isRoom(from, one) && isRoom(to, other);
    }

    private boolean isRoom(JavaClass type, String room) {
        String prefix = root + "." + sliceOf(type) + "." + room;
        return type.getPackageName().equals(prefix) || type.getPackageName().startsWith(prefix + ".");
    }

    /** The slice of a class below the root; empty for one at the root itself, or elsewhere. */
    private String sliceOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).replaceFirst("\\..*", "") : "";
    }

    /** Of what is below the root, these; everything else passes. */
    private ArchCondition<JavaClass> onlyDependOn(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return dependOn("only depend on " + what, (from, to) -> sliceOf(to).isEmpty() || allowed.test(from, to));
    }

    private static ArchCondition<JavaClass> dependOn(String what, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>(what) {

            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    JavaClass to = dependency.getTargetClass().getBaseComponentType();
                    if (!to.isPrimitive() && !allowed.test(from, to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
