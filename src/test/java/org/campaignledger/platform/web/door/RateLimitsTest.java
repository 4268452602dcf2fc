package org.campaignledger.platform.web.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import org.campaignledger.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whoever is not known is bounded by address, for a while, and nobody else is. */
class RateLimitsTest {

    private Instant now = Instant.parse("2019-06-01T00:00:30Z");
    private final RateLimits limits = new RateLimits(new MockEnvironment().withProperty("ledger.limits.receipts", "3"),
            () -> now);

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private void threeFrom(String address) {
        for (int i = 0; i < 3; i++) {
            limits.check(RateLimits.Of.RECEIPTS, from(address));
        }
    }

    @Test
    void oneTooManyIsRefused() {
        threeFrom("192.0.2.1");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> limits.check(RateLimits.Of.RECEIPTS, from("192.0.2.1")))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("too-many-requests"))
                .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_MANY));
    }

    @Test
    void othersAndOtherDoorsAreNotConcerned() {
        threeFrom("192.0.2.1");
        assertThatNoException().isThrownBy(() -> threeFrom("192.0.2.2"));
        assertThatNoException().isThrownBy(() -> limits.check(RateLimits.Of.SUBMISSIONS, from("192.0.2.1")));
    }

    @Test
    void everyOneOfThemHasABoundOfItsOwn() {
        for (RateLimits.Of each : RateLimits.Of.values()) {
            int taken = 0;
            try {
                for (; taken < 1_000; taken++) {
                    limits.check(each, from("192.0.2.9"));
                }
            } catch (Refused refused) {
                assertThat(refused.code()).isEqualTo("too-many-requests");
            }
            assertThat(taken).as(each.name()).isBetween(3, 120);
        }
    }

    @Test
    void waitingHelps() {
        threeFrom("192.0.2.1");
        now = now.plus(Duration.ofMinutes(1));
        assertThatNoException().isThrownBy(() -> threeFrom("192.0.2.1"));
    }
}
