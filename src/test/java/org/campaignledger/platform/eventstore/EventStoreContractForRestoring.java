package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** What an archive held comes back as it was, into a ledger that goes on behind it. */
interface EventStoreContractForRestoring {

    StoreUnderTest engine();

    private static KeptEvent kept(long position, Claim... claims) {
        byte[] salt = new byte[16];
        salt[0] = (byte) position;
        RecordedEvent event = new RecordedEvent(position, new UUID(0, position), "Thing", "a" + position % 3,
                (position - 1) / 3, "ThingHappened", 2, Instant.ofEpochMilli(1_556_668_800_123L + position),
                ("{\"n\":" + position + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[]{'{', '}'},
                salt);
        return new KeptEvent(event, List.of(claims), "record" + position, "FJ");
    }

    @Test
    default void what_was_kept_is_restored_byte_for_byte_with_its_position_instant_and_salt() {
        try (var ledger = engine().freshLedger()) {
            List<KeptEvent> all = new ArrayList<>();
            for (long position = 1; position <= 7; position++) {
                all.add(kept(position));
            }
            ledger.store().restore(all.subList(0, 3));
            ledger.store().restore(all.subList(3, 7));
            assertThat(ledger.store().head()).isEqualTo(7);
            assertThat(ledger.store().readAfter(0, 10)).usingRecursiveComparison()
                    .isEqualTo(all.stream().map(KeptEvent::event).toList());
            assertThat(ledger.store().lastSequence("a1")).isEqualTo(2);
        }
    }

    @Test
    default void restored_claims_hold() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            Claim claim = new Claim("title", "restored");
            store.restore(List.of(kept(1), kept(2, claim)));
            assertThat(store.holderOf(claim)).contains(new ClaimHolder("record2", "FJ", 2));
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("b", 0, claim)).to(store))
                    .isInstanceOf(AppendFailure.class);
            assertThat(store.head()).isEqualTo(2);
        }
    }

    @Test
    default void a_restored_ledger_goes_on() {
        try (var ledger = engine().freshLedger()) {
            ledger.store().restore(List.of(kept(1), kept(2), kept(3), kept(4)));
            assertThat(AnAppend.of("a1", 2, 1).to(ledger.store()).firstPosition()).isEqualTo(5);
            assertThatThrownBy(() -> AnAppend.of("a2", 0, 1).to(ledger.store()))
                    .isInstanceOf(AppendFailure.Conflict.class);
        }
    }

    @Test
    default void what_does_not_follow_the_head_is_not_restored() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            store.restore(List.of(kept(1)));
            for (List<KeptEvent> wrong : List.of(List.of(kept(1)), List.of(kept(3)), List.of(kept(2), kept(4)))) {
                assertThatThrownBy(() -> store.restore(wrong)).isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(store.head()).isEqualTo(1);
        }
    }
}
