package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.stream.IntStream;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** A natural key is held by one record; whoever wants it too is told by which. */
interface EventStoreContractForClaims {

    Claim CODE = new Claim("organization.code", "2019/FJ0001");
    Claim OTHER = new Claim("organization.code", "2019/FJ0002");

    StoreUnderTest engine();

    @Test
    default void a_claim_is_held_by_the_record_that_took_it() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            assertThat(store.holderOf(CODE)).isEmpty();
            AnAppend.of("before", 0, 1).to(store);
            AnAppend.of(AnAppend.event("a", 0), AnAppend.event("a", 1, CODE)).to(store);
            assertThat(store.holderOf(CODE)).contains(new ClaimHolder("a", "FJ", 3));
            assertThat(store.holderOf(OTHER)).isEmpty();
        }
    }

    @Test
    default void a_claim_that_is_taken_names_its_holder() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, CODE)).to(store);
            var taken = catchThrowableOfType(AppendFailure.ClaimTaken.class,
                    () -> AnAppend.of(AnAppend.event("b", 0, OTHER, CODE)).to(store));
            assertThat(taken.claim()).isEqualTo(CODE);
            assertThat(taken.holder()).isEqualTo(new ClaimHolder("a", "FJ", 1));
            assertThat(store.head()).isEqualTo(1);
        }
    }

    @Test
    default void the_same_key_of_another_kind_is_another_claim() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of(AnAppend.event("a", 0, new Claim("person.phone", "1"))).to(ledger.store());
            AnAppend.of(AnAppend.event("b", 0, new Claim("person.idNumber", "1"))).to(ledger.store());
            assertThat(ledger.store().head()).isEqualTo(2);
        }
    }

    @Test
    default void other_claims_of_a_dropped_append_stay_free() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, CODE)).to(store);
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("b", 0, OTHER, CODE)).to(store))
                    .isInstanceOf(AppendFailure.ClaimTaken.class);
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("a", 0, OTHER)).to(store))
                    .isInstanceOf(AppendFailure.Conflict.class);
            assertThat(store.holderOf(OTHER)).isEmpty();
            AnAppend.of(AnAppend.event("c", 0, OTHER)).to(store);
            assertThat(store.holderOf(OTHER)).contains(new ClaimHolder("c", "FJ", 2));
        }
    }

    @Test
    default void one_append_takes_a_claim_once() {
        try (var ledger = engine().freshLedger()) {
            assertThatThrownBy(() -> AnAppend.of(AnAppend.event("a", 0, CODE), AnAppend.event("b", 0, CODE))
                    .to(ledger.store())).asInstanceOf(type(AppendFailure.ClaimTaken.class))
                    .extracting(taken -> taken.holder().recordId()).isEqualTo("a");
            assertThat(ledger.store().head()).isZero();
            assertThat(ledger.store().holderOf(CODE)).isEmpty();
        }
    }

    @Test
    default void of_those_who_want_the_same_claim_at_once_one_gets_it_and_the_others_are_told_whom() throws Exception {
        try (var ledger = engine().freshLedger()) {
            List<Append> rivals = IntStream.range(0, 24)
                    .mapToObj(i -> AnAppend.of(AnAppend.event("a" + i, 0), AnAppend.event("a" + i, 1, CODE)).build())
                    .toList();
            List<Attempt> attempts = Attempt.together(ledger, rivals);
            assertThat(Attempt.written(attempts)).hasSize(1);
            Attempt winner = Attempt.written(attempts).getFirst();
            var holder = new ClaimHolder(winner.append().events().getFirst().aggregateId(), "FJ", 2);
            assertThat(ledger.store().holderOf(CODE)).contains(holder);
            assertThat(Attempt.failures(attempts)).hasSize(23)
                    .allSatisfy(failure -> assertThat(failure).asInstanceOf(type(AppendFailure.ClaimTaken.class))
                            .extracting(AppendFailure.ClaimTaken::holder).isEqualTo(holder));
        }
    }

    @Test
    default void among_appends_that_wait_together_a_dropped_one_holds_nothing() throws Exception {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of(AnAppend.event("a", 0, CODE)).to(ledger.store());
            List<Append> heap = IntStream.range(0, 20).mapToObj(i -> i % 2 == 0
                    ? AnAppend.of(AnAppend.event("b" + i, 0, new Claim("n", "" + i / 2), CODE)).build()
                    : AnAppend.of(AnAppend.event("b" + i, 0, new Claim("n", "" + i / 2))).build()).toList();
            List<Attempt> attempts = Attempt.together(ledger, heap);
            for (int i = 0; i < heap.size(); i++) {
                if (i % 2 == 0) {
                    assertThat(attempts.get(i).failure()).isInstanceOf(AppendFailure.ClaimTaken.class);
                } else {
                    assertThat(ledger.store().holderOf(new Claim("n", "" + i / 2))).contains(
                            new ClaimHolder("b" + i, "FJ", attempts.get(i).mustBeWritten().firstPosition()));
                }
            }
        }
    }
}
