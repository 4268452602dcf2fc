package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignledger.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class DoorTableTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "POST|/api/v1/campaigns|ADMIN",
            "POST|/api/v1/campaigns/2019/phases/JUDGE/open|ADMIN",
            "POST|/api/v1/campaigns/2019/close|ADMIN",
            "POST|/api/v1/campaigns/2019/units/FJ/sub-units|ADMIN",
            "POST|/api/v1/campaigns/2019/allocations|ADMIN",
            "POST|/api/v1/campaigns/2019/mobilizations|REPORTER",
            "POST|/api/v1/campaigns/2019/events|REPORTER",
            "POST|/api/v1/campaigns/2019/measures|REPORTER HOST",
            "POST|/api/v1/entries/x/accept|HOST ADMIN",
            "PUT|/api/v1/entries/x/scores/mine|JUDGE",
            "POST|/api/v1/corrections|REPORTER ADMIN",
            "POST|/api/v1/corrections/x/approve|ADMIN",
            "POST|/api/v1/personal-data/x/reveal|ADMIN AUDITOR",
            "GET|/api/v1/campaigns/2019/duplicates|ADMIN AUDITOR REPORTER",
            "POST|/api/v1/campaigns/2019/duplicates/run|ADMIN",
            "POST|/api/v1/campaigns/2019/duplicates/dismiss|ADMIN",
            "POST|/api/v1/accounts|ADMIN",
            "POST|/api/v1/accounts/anna/disable|ADMIN",
            "GET|/api/v1/accounts|ADMIN AUDITOR",
            "HEAD|/api/v1/accounts|ADMIN AUDITOR",
            "GET|/api/v1/campaigns/2019/trail|ADMIN AUDITOR REPORTER HOST",
            "POST|/api/v1/campaigns/2019/subscriptions|REPORTER HOST ADMIN AUDITOR",
            "POST|/api/v1/campaigns/2019/subscriptions/x/deliveries/y/retry|REPORTER HOST ADMIN AUDITOR",
            "GET|/api/v1/campaigns/2019/subscriptions|REPORTER HOST ADMIN AUDITOR",
            "GET|/api/v1/campaigns/2019/subscriptions/x/deliveries|REPORTER HOST ADMIN AUDITOR",
            "GET|/actuator/prometheus|ADMIN AUDITOR",
            "GET|/actuator|ADMIN AUDITOR"})
    void aPlaceLetsItsRolesIn(String method, String path, String roles) {
        assertThat(entry(method, path)).isEqualTo(new DoorRow.Entry.Roles(
                Arrays.stream(roles.split(" ")).map(Role::valueOf).collect(Collectors.toSet())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/campaigns", "/api/v1/campaigns/2019", "/api/v1/campaigns/2019/progress",
            "/api/v1/campaigns/2019/progress/stream", "/api/v1/campaigns/2019/progress/compare",
            "/api/v1/campaigns/2019/showcase", "/api/v1/definitions", "/api/v1/definitions/2019", "/", "/c/2019/units",
            "/login", "/error", "/log/checkpoint", "/log/tile/0/x001/234", "/actuator/health",
            "/actuator/health/readiness", "/v3/api-docs", "/v3/api-docs/swagger-config", "/swagger-ui/index.html",
            "/api/v1/subscriptions/links/x", "/subscriptions/x", "/subscriptions/x/cancel"})
    void whatIsPublicNeedsNoAccount(String path) {
        assertThat(entry("GET", path)).isEqualTo(new DoorRow.Entry.Everyone());
        assertThat(entry("HEAD", path)).isEqualTo(new DoorRow.Entry.Everyone());
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/v1/nothing/there", "GET,/api/v1", "DELETE,/api/v1/campaigns/2019", "PUT,/api/v1/campaigns",
            "POST,/api/v1/campaigns/2019/progress", "GET,/api/v2/x", "GET,/c/2019/nothing", "GET,/campaigns",
            "GET,/api/v1/campaigns/2019/showcase/x/y",
            "POST,/subscriptions/x", "GET,/api/v1/definitions/2019/x", "POST,/", "OPTIONS,/api/v1/campaigns"})
    void whatNoRowOpensIsForNobody(String method, String path) {
        assertThat(entry(method, path)).isEqualTo(new DoorRow.Entry.Nobody());
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/campaigns,GET HEAD POST", "/api/v1/entries/x/scores/mine,GET HEAD PUT", "/api/v1/nothing,",
            "/forms,POST"})
    void itTellsHowElseAPlaceIsAskedFor(String path, String methods) {
        assertThat(String.join(" ", DoorTable.methods(PathContainer.parsePath(path)))).isEqualTo(methods == null
                ? ""
                : methods);
    }

    @Test
    void everyCommandNamesItsRolesAndNeitherPublicNorTheLedger() {
        for (DoorRow row : DoorTable.COMMANDS) {
            assertThat(row.entry()).as(row.pattern().getPatternString()).isInstanceOf(DoorRow.Entry.Roles.class);
            Set<Role> roles = ((DoorRow.Entry.Roles) row.entry()).roles();
            assertThat(roles).as(row.pattern().getPatternString()).isNotEmpty()
                    .doesNotContain(Role.PUBLIC, Role.SYSTEM);
        }
    }

    @Test
    void noRowHidesAnother() {
        Set<String> seen = new LinkedHashSet<>();
        DoorTable.rows().forEach(row -> assertThat(seen.add(row.method() + " " + row.pattern().getPatternString()
                .replaceAll("\\{\\w+}", "{}"))).as(row.toString()).isTrue());
    }

    private static DoorRow.Entry entry(String method, String path) {
        return DoorTable.entry(method, PathContainer.parsePath(path));
    }
}
