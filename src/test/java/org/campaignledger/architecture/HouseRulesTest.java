package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.campaignledger.CampaignLedger;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;

/** House rules 1 to 3 and 9: each is kept by the product, broken by a violator, and not satisfied by nothing. */
class HouseRulesTest {

    private static final String PRODUCT = CampaignLedger.class.getPackageName();
    private static final String VIOLATORS = HouseRulesTest.class.getPackageName() + ".violators";

    private static final JavaClasses PRODUCTS_CLASSES = classesOf(PRODUCT, false);
    private static final JavaClasses VIOLATORS_CLASSES = classesOf(VIOLATORS, true);

    /** Of what is not ours, only the marks are looked into: the rest of the class path would take many seconds. */
    private static JavaClasses classesOf(String root, boolean tests) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setClassResolver(SelectedClassResolverFromClasspath.class);
            configuration.setClassResolverArguments("org.springframework.stereotype",
                    "org.springframework.context.annotation", "org.springframework.web.bind.annotation",
                    "org.axonframework.spring.stereotype");
            return new ClassFileImporter().withImportOption(location -> tests || !location.contains("/test-classes/"))
                    .importPackages(root);
        });
    }

    private static Stream<Arguments> rules() {
        return Stream.of(
                rule("slices meet through events", HouseRules::slicesMeetThroughEvents, "AlphaView"),
                rule("the ground knows no slice", HouseRules::theGroundKnowsNoSlice, "KnowsASlice"),
                rule("the kernel knows no platform", HouseRules::theGroundKnowsNoSlice, "KnowsThePlatform"),
                rule("there are no cycles", HouseRules::thereAreNoCycles, "Slice alpha"),
                rule("events import the kernel only", HouseRules::eventsImportTheKernelOnly, "AlphaHappened"),
                rule("what writes does not read", HouseRules::writeAndReadAreApart, "AlphaDecides"),
                rule("what reads does not write", HouseRules::writeAndReadAreApart, "AlphaView"),
                rule("decisions import no Spring", HouseRules::decisionsArePure, "org.springframework"),
                rule("decisions import no Axon", HouseRules::decisionsArePure, "org.axonframework"),
                rule("decisions read no clock", HouseRules::decisionsArePure, "Instant.now"),
                rule("decisions throw no dice", HouseRules::decisionsArePure, "randomUUID"),
                rule("the verifier stands alone", HouseRules::theVerifierStandsAlone, "KnowsTheProduct"),
                rule("rules are pure", HouseRules::decisionsArePure, "ARuleReadsTheClock"));
    }

    private static Arguments rule(String name, Function<HouseRules, ArchRule> rule, String violator) {
        return Arguments.of(Named.of(name, rule), violator);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsIt(Function<HouseRules, ArchRule> rule, String violator) {
        rule.apply(new HouseRules(PRODUCT)).check(PRODUCTS_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aViolatorBreaksIt(Function<HouseRules, ArchRule> rule, String violator) {
        assertThatThrownBy(() -> rule.apply(new HouseRules(VIOLATORS)).check(VIOLATORS_CLASSES))
                .isInstanceOf(AssertionError.class).hasMessageContaining(violator);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void nothingDoesNotSatisfyIt(Function<HouseRules, ArchRule> rule, String violator) {
        assertThatThrownBy(() -> rule.apply(new HouseRules("org.nothing.of.the.kind")).check(PRODUCTS_CLASSES))
                .isInstanceOf(AssertionError.class).hasMessageContaining("failed to check any classes");
    }

    @Test
    void whatDecidesIsFound() {
        assertThat(PRODUCTS_CLASSES.that(new Purity(PRODUCT).decides()).stream().map(type -> type.getSimpleName()))
                .contains("CampaignDecisions", "DefinitionRules", "PhasesFollowTheSchedule", "Campaign", "Mobilization",
                        "Propagandist", "APersonCanBeToldApart", "HeldEvents", "ReachRules", "Account",
                        "TwoAdminsRemain", "RecordingNeedsAnOpenPhase", "Balance", "NormalForm", "UnitMobilized")
                .doesNotContain("MobilizationAggregate", "MobilizeUnit", "MobilizeUnitEndpoint", "OpenPhase");
    }

    @Test
    void theModulesAreInOrder() {
        assertThatCode(() -> ApplicationModules.of(CampaignLedger.class).verify()).doesNotThrowAnyException();
        assertThat(ApplicationModules.of(CampaignLedger.class).stream()).hasSizeGreaterThanOrEqualTo(10);
    }
}
