package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The token opens the metrics, to whoever has it, and nothing else. */
class MetricsTokenTest {

    private static final String TOKEN = "0123456789abcdef0123";
    private final MetricsToken metrics = new MetricsToken(TOKEN);

    private static MockHttpServletRequest asking(String method, String path, String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.addHeader("Authorization", authorization);
        return request;
    }

    @Test
    void whoHasItReadsTheMetrics() {
        assertThat(metrics.matches(asking("GET", "/actuator/prometheus", "Bearer " + TOKEN))).isTrue();
    }

    @Test
    void nobodyElseDoesAndNothingElseIsOpened() {
        assertThat(metrics.matches(asking("GET", "/actuator/prometheus", "Bearer " + TOKEN + "4"))).isFalse();
        assertThat(metrics.matches(asking("GET", "/actuator/prometheus", "Basic " + TOKEN))).isFalse();
        assertThat(metrics.matches(asking("GET", "/api/v1/campaigns/2019/trail", "Bearer " + TOKEN))).isFalse();
        assertThat(metrics.matches(asking("GET", "/actuator/prometheus/x", "Bearer " + TOKEN))).isFalse();
        assertThat(metrics.matches(asking("POST", "/actuator/prometheus", "Bearer " + TOKEN))).isFalse();
        assertThat(metrics.matches(new MockHttpServletRequest("GET", "/actuator/prometheus"))).isFalse();
    }

    @Test
    void withoutAConfiguredTokenThereIsNone() {
        MetricsToken none = new MetricsToken("");
        assertThat(none.matches(asking("GET", "/actuator/prometheus", "Bearer "))).isFalse();
        assertThat(none.matches(asking("GET", "/actuator/prometheus", ""))).isFalse();
    }

    @Test
    void oneThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new MetricsToken("short")).hasMessageContaining("ledger.metrics-token");
    }
}
