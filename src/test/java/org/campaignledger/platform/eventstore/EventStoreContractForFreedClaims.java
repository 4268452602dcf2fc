package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** A natural key that its record gives back is free at once; nobody gives back what another record holds. */
interface EventStoreContractForFreedClaims {

    Claim KEY = new Claim("organization.code", "2019/FJ0003");
    Claim NEXT = new Claim("organization.code", "2019/FJ0004");

    StoreUnderTest engine();

    private static NewEvent reversing(String record) {
        return AnAppend.correcting(record, 1, "FJ", 1, List.of(KEY));
    }

    @Test
    default void what_was_given_back_can_be_taken_by_another() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, KEY)).to(store);
            AnAppend.of(reversing("a")).to(store);
            assertThat(store.holderOf(KEY)).isEmpty();
            AnAppend.of(AnAppend.event("b", 0, KEY)).to(ledger.anotherStore());
            assertThat(store.holderOf(KEY)).contains(new ClaimHolder("b", "FJ", 3));
        }
    }

    @Test
    default void among_appends_that_wait_together_it_is_free_for_those_behind() throws Exception {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of(AnAppend.event("a", 0, KEY)).to(ledger.store());
            List<Attempt> attempts = Attempt.inOrder(ledger, List.of(
                    AnAppend.of(AnAppend.event("too soon", 0, KEY)).build(),
                    AnAppend.of(reversing("a")).build(),
                    AnAppend.of(AnAppend.event("in time", 0, KEY)).build(),
                    AnAppend.of(AnAppend.event("too late", 0, KEY)).build()));
            long taken = attempts.get(2).mustBeWritten().firstPosition();
            assertThat(taken).isGreaterThan(attempts.get(1).mustBeWritten().firstPosition());
            assertThat(ledger.store().holderOf(KEY)).contains(new ClaimHolder("in time", "FJ", taken));
            assertThat(Attempt.failures(attempts)).extracting(failure -> ((AppendFailure.ClaimTaken) failure).holder()
                    .recordId()).containsExactly("a", "in time");
        }
    }

    @Test
    default void what_another_record_holds_stays_its_own() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, KEY)).to(store);
            AnAppend.of(AnAppend.event("b", 0)).to(store);
            AnAppend.of(reversing("b")).to(store);
            assertThat(store.holderOf(KEY)).contains(new ClaimHolder("a", "FJ", 1));
            assertThatThrownBy(() -> AnAppend.of(AnAppend.correcting("b", 2, "FJ", 2, List.of(KEY), KEY)).to(store))
                    .isInstanceOf(AppendFailure.ClaimTaken.class);
            assertThat(store.head()).isEqualTo(3);
        }
    }

    @Test
    default void an_event_may_take_anew_what_it_gives_back() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("before", 0, 1).to(store);
            AnAppend.of(AnAppend.event("a", 0, KEY)).to(store);
            AnAppend.of(AnAppend.correcting("a", 1, "GD", 2, List.of(KEY), KEY)).to(store);
            assertThat(store.holderOf(KEY)).contains(new ClaimHolder("a", "GD", 2));
        }
    }

    @Test
    default void whoever_holds_what_was_moved_is_told_of_by_the_position_of_the_recording() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("before", 0, 4).to(store);
            AnAppend.of(AnAppend.event("a", 0, KEY)).to(store);
            AnAppend.of(AnAppend.event("correction", 0), AnAppend.correcting("a", 1, "FJ", 5, List.of(KEY), NEXT))
                    .to(store);
            assertThat(store.holderOf(KEY)).isEmpty();
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("b", 0, NEXT)).to(store))
                    .asInstanceOf(type(AppendFailure.ClaimTaken.class))
                    .extracting(AppendFailure.ClaimTaken::holder).isEqualTo(new ClaimHolder("a", "FJ", 5));
        }
    }

    @Test
    default void within_an_append_it_is_free_for_the_events_behind_and_not_for_those_before() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, KEY)).to(store);
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("b", 0, KEY), reversing("a")).to(store))
                    .isInstanceOf(AppendFailure.ClaimTaken.class);
            AnAppend.of(reversing("a"), AnAppend.event("b", 0, KEY)).to(store);
            assertThat(store.holderOf(KEY)).contains(new ClaimHolder("b", "FJ", 3));
        }
    }

    @Test
    default void an_append_that_is_refused_gives_nothing_back() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, KEY), AnAppend.event("b", 0, NEXT)).to(store);
            assertThatThrownBy(() -> AnAppend.of(AnAppend.correcting("a", 1, "FJ", 1, List.of(KEY), NEXT)).to(store))
                    .isInstanceOf(AppendFailure.ClaimTaken.class);
            assertThatThrownBy(() -> AnAppend.of(AnAppend.correcting("a", 7, "FJ", 1, List.of(KEY))).to(store))
                    .isInstanceOf(AppendFailure.Conflict.class);
            assertThat(store.holderOf(KEY)).contains(new ClaimHolder("a", "FJ", 1));
        }
    }

    @Test
    default void two_that_want_each_others_key_at_once_both_keep_their_own() throws Exception {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of(AnAppend.event("a", 0, KEY), AnAppend.event("b", 0, NEXT)).to(ledger.store());
            List<Attempt> attempts = Attempt.together(ledger, List.of(
                    AnAppend.of(AnAppend.correcting("a", 1, "FJ", 1, List.of(KEY), NEXT)).build(),
                    AnAppend.of(AnAppend.correcting("b", 1, "FJ", 2, List.of(NEXT), KEY)).build()));
            assertThat(Attempt.failures(attempts)).hasSize(2).hasOnlyElementsOfType(AppendFailure.ClaimTaken.class);
            assertThat(ledger.store().holderOf(KEY)).contains(new ClaimHolder("a", "FJ", 1));
            assertThat(ledger.store().holderOf(NEXT)).contains(new ClaimHolder("b", "FJ", 2));
        }
    }

    @Test
    default void of_those_who_move_to_the_same_key_at_once_one_does_and_the_others_keep_theirs() throws Exception {
        try (var ledger = engine().freshLedger()) {
            List<Claim> own = IntStream.range(0, 12).mapToObj(i -> new Claim("own", "" + i)).toList();
            AnAppend.of(IntStream.range(0, 12).mapToObj(i -> AnAppend.event("r" + i, 0, own.get(i)))
                    .toArray(NewEvent[]::new)).to(ledger.store());
            List<Attempt> attempts = Attempt.together(ledger, IntStream.range(0, 12).mapToObj(i -> AnAppend.of(
                    AnAppend.correcting("r" + i, 1, "FJ", i + 1L, List.of(own.get(i)), NEXT)).build()).toList());
            assertThat(Attempt.written(attempts)).hasSize(1);
            int winner = attempts.indexOf(Attempt.written(attempts).getFirst());
            assertThat(ledger.store().holderOf(NEXT)).contains(new ClaimHolder("r" + winner, "FJ", winner + 1L));
            for (int i = 0; i < 12; i++) {
                assertThat(ledger.store().holderOf(own.get(i)).map(ClaimHolder::recordId).stream().toList())
                        .isEqualTo(Stream.of("r" + i).filter(id -> !id.equals("r" + winner)).toList());
            }
        }
    }
}
