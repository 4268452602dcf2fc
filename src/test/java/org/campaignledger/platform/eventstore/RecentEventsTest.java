package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The last events are held, as many as fit. */
class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents();

    private void add(long from, long to, int bytes) {
        for (long position = from; position <= to; position++) {
            recent.add(new RecordedEvent(position, new UUID(0, position), "Thing", "a", position - 1, "ThingHappened",
                    1, Instant.EPOCH, new byte[bytes], new byte[0], new byte[16]));
        }
    }

    @Test
    void whatIsHeldIsGivenInOrder() {
        add(1, 5, 1);
        assertThat(recent.holdsAllAfter(0)).isTrue();
        assertThat(recent.after(2, 10)).extracting(RecordedEvent::position).containsExactly(3L, 4L, 5L);
        assertThat(recent.after(2, 1)).extracting(RecordedEvent::position).containsExactly(3L);
        assertThat(recent.at(6)).isEmpty();
        assertThat(recent.at(0)).isEmpty();
    }

    @Test
    void theOldestMakesWayForTheNewest() {
        add(1, 20_000, 1);
        assertThat(recent.at(20_000)).isPresent();
        assertThat(recent.at(20_000 - 8_191)).isPresent();
        assertThat(recent.at(20_000 - 8_192)).isEmpty();
        assertThat(recent.holdsAllAfter(20_000 - 8_192)).isTrue();
        assertThat(recent.holdsAllAfter(20_000 - 8_193)).isFalse();
    }

    @Test
    void fewAreHeldWhereTheyAreLarge() {
        add(1, 100, 1 << 20);
        assertThat(recent.at(100)).isPresent();
        assertThat(recent.at(69)).isEmpty();
        assertThat(recent.after(80, 100)).hasSize(20);
    }

    @Test
    void nothingIsHeldOfWhatWasBefore() {
        recent.beginAfter(40);
        assertThat(recent.holdsAllAfter(39)).isFalse();
        add(41, 42, 1);
        assertThat(recent.at(40)).isEmpty();
        assertThat(recent.after(40, 10)).hasSize(2);
    }
}
