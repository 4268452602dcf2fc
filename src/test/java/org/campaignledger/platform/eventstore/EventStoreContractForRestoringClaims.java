package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** After a restore the claims are those that the archive's events leave, however often they were moved. */
interface EventStoreContractForRestoringClaims {

    Claim MOVED = new Claim("title", "moved");
    Claim THERE = new Claim("title", "there");
    Claim GONE = new Claim("title", "gone");

    StoreUnderTest engine();

    private static KeptEvent kept(long position, String record, long recordAt, List<Claim> freed, Claim... claims) {
        RecordedEvent event = new RecordedEvent(position, new UUID(0, position), "Thing", "of " + position, 0,
                "ThingHappened", 1, Instant.ofEpochMilli(position), "{}".getBytes(StandardCharsets.UTF_8),
                "{}".getBytes(StandardCharsets.UTF_8), new byte[16]);
        return new KeptEvent(event, List.of(claims), freed, record, "FJ", recordAt);
    }

    private static List<KeptEvent> season() {
        return List.of(kept(1, "a", 1, List.of(), MOVED), kept(2, "a", 1, List.of(MOVED), THERE),
                kept(3, "b", 3, List.of(), MOVED), kept(4, "c", 4, List.of(THERE)), kept(5, "b", 3, List.of(MOVED)),
                kept(6, "d", 6, List.of(), MOVED), kept(7, "d", 6, List.of(MOVED), MOVED),
                kept(8, "e", 8, List.of(), GONE), kept(9, "e", 8, List.of(GONE)));
    }

    private static void isAsTheSeasonLeavesIt(LedgerStore store) {
        assertThat(store.holderOf(THERE)).contains(new ClaimHolder("a", "FJ", 1));
        assertThat(store.holderOf(MOVED)).contains(new ClaimHolder("d", "FJ", 6));
        assertThat(store.holderOf(GONE)).isEmpty();
    }

    @Test
    default void keys_that_were_moved_and_given_back_are_where_they_were_in_the_end() {
        try (var ledger = engine().freshLedger()) {
            ledger.store().restore(season());
            isAsTheSeasonLeavesIt(ledger.store());
        }
    }

    @Test
    default void wherever_it_was_broken_off_and_gone_on_with() {
        for (int cut = 1; cut < 9; cut++) {
            try (var ledger = engine().freshLedger()) {
                ledger.store().restore(season().subList(0, cut));
                for (KeptEvent next : season().subList(cut, 9)) {
                    ledger.store().restore(List.of(next));
                }
                isAsTheSeasonLeavesIt(ledger.store());
            }
        }
    }

    @Test
    default void a_second_attempt_at_what_is_there_changes_no_key() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            store.restore(season());
            assertThatThrownBy(() -> store.restore(season())).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.restore(season().subList(4, 5)))
                    .isInstanceOf(IllegalArgumentException.class);
            isAsTheSeasonLeavesIt(store);
        }
    }

    @Test
    default void what_a_restored_record_holds_it_can_give_back() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            store.restore(season());
            AnAppend.of(AnAppend.correcting("d", 0, "FJ", 6, List.of(MOVED))).to(store);
            AnAppend.of(AnAppend.event("f", 0, MOVED)).to(store);
            assertThat(store.holderOf(MOVED)).contains(new ClaimHolder("f", "FJ", 11));
        }
    }
}
