package org.campaignledger.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** Ids of messages and of events. */
class MessageIdsTest {

    @Test
    void axon_takes_its_ids_from_here() {
        assertThat(IdentifierFactory.getInstance()).isInstanceOf(MessageIds.class);
    }

    @Test
    void none_is_given_twice_whoever_asks_at_once() {
        MessageIds ids = new MessageIds();
        Set<String> given = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 200_000).parallel().forEach(i -> assertThat(given.add(ids.generateIdentifier())).isTrue());
        assertThat(given).hasSize(200_000);
    }

    @Test
    void they_are_uuids_of_version_7_that_follow_one_another() {
        MessageIds ids = new MessageIds();
        List<String> given = IntStream.range(0, 10_000).mapToObj(i -> ids.generateIdentifier()).toList();
        assertThat(given).isSorted().allSatisfy(id -> {
            assertThat(UUID.fromString(id).version()).isEqualTo(7);
            assertThat(UUID.fromString(id).variant()).isEqualTo(2);
            assertThat(UUID.fromString(id)).hasToString(id);
        });
    }
}
