package org.campaignledger.door.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignledger.kernel.Role;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Nothing is mapped of which nobody has said whom it is for, and nothing is said of what is not there. */
@AtTheDoor
class EveryPlaceHasItsLineTest {

    private static final Set<Role> WITH_A_SCOPE = Set.of(Role.REPORTER, Role.HOST, Role.JUDGE);

    private final Ledger ledger;

    EveryPlaceHasItsLineTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @Test
    void everyMappingHasOneAndEveryLineItsMapping() {
        List<String> places = WhoMay.lines().stream().map(WhoMay::place).toList();
        assertThat(places).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(WhoMay.mapped(ledger));
        System.out.println("authorisation: " + places.size() + " places");
    }

    /** Other kinds of mappings serve files of the pages, or nothing. */
    @Test
    void whatIsMappedOtherwiseIsFiles() {
        for (HandlerMapping mapping : ledger.all(HandlerMapping.class)) {
            if (mapping instanceof AbstractUrlHandlerMapping urls) {
                assertThat(urls.getHandlerMap().values()).as(mapping.toString()).allSatisfy(
                        handler -> assertThat(handler).isInstanceOf(ResourceHttpRequestHandler.class));
            } else {
                assertThat(mapping.getClass().getSimpleName()).isIn("QuickMappings", "RouterFunctionMapping",
                        "AdditionalHealthEndpointPathsWebMvcHandlerMapping", "WelcomePageHandlerMapping",
                        "WelcomePageNotAcceptableHandlerMapping");
            }
        }
    }

    /** Of every place that names something and lets in somebody with a scope, it is said whose that something is. */
    @Test
    void everyPlaceOfSomethingSaysWhoseItIs() {
        Set<String> said = WhoMay.fields("/door/own-and-foreign.txt").stream()
                .map(fields -> fields.getFirst().replaceFirst("^- ", "")).collect(Collectors.toSet());
        List<String> unsaid = WhoMay.lines().stream().filter(line -> !line.everyone())
                .filter(line -> line.roles().stream().anyMatch(WITH_A_SCOPE::contains))
                .filter(line -> line.path().replace("{campaign}", "").contains("{")).map(WhoMay::place)
                .filter(place -> !said.contains(place)).toList();
        assertThat(unsaid).isEmpty();
    }
}
