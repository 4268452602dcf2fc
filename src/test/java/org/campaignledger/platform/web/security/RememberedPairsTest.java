package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedPairsTest {

    private final AtomicLong nanoTime = new AtomicLong(-5);
    private final RememberedPairs pairs = new RememberedPairs(nanoTime::get);

    @Test
    void aPairIsRememberedForFiveMinutesAndNotLonger() {
        ByteBuffer pair = pairs.fingerprint("fj", "secret");
        pairs.remember(pair, 7);
        assertThat(pairs.holds(pairs.fingerprint("fj", "secret"), 7)).isTrue();

        nanoTime.addAndGet(RememberedPairs.REMEMBERED.toNanos() - 1);
        assertThat(pairs.holds(pair, 7)).isTrue();
        nanoTime.incrementAndGet();
        assertThat(pairs.holds(pair, 7)).isFalse();
    }

    @Test
    void aPairHoldsForOneVersionOfItsAccount() {
        ByteBuffer pair = pairs.fingerprint("fj", "secret");
        pairs.remember(pair, 7);
        assertThat(pairs.holds(pair, 8)).isFalse();
    }

    @Test
    void nameAndPasswordAreToldApart() {
        assertThat(pairs.fingerprint("ab", "c")).isNotEqualTo(pairs.fingerprint("a", "bc"));
        assertThat(pairs.fingerprint("a\0b", "c")).isNotEqualTo(pairs.fingerprint("a", "b\0c"));
    }

    @Test
    void anotherProcessWouldKeepSomethingElse() {
        assertThat(new RememberedPairs(nanoTime::get).fingerprint("fj", "secret"))
                .isNotEqualTo(pairs.fingerprint("fj", "secret"));
    }

    @Test
    void theMemoryIsBounded() {
        for (int i = 0; i < RememberedPairs.CAPACITY + 100; i++) {
            pairs.remember(pairs.fingerprint("fj", "secret" + i), 1);
        }
        assertThat(pairs.size()).isEqualTo(RememberedPairs.CAPACITY);
        assertThat(pairs.holds(pairs.fingerprint("fj", "secret0"), 1)).isFalse();
        assertThat(pairs.holds(pairs.fingerprint("fj", "secret" + (RememberedPairs.CAPACITY + 99)), 1)).isTrue();
    }

    @Test
    void whatHasExpiredMakesRoom() {
        pairs.remember(pairs.fingerprint("fj", "old"), 1);
        nanoTime.addAndGet(RememberedPairs.REMEMBERED.toNanos());
        pairs.remember(pairs.fingerprint("fj", "new"), 1);
        assertThat(pairs.size()).isEqualTo(1);
    }
}
