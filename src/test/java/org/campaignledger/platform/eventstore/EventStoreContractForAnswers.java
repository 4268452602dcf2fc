package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.stream.IntStream;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** The answer to an idempotency key is kept with the append, and given again to whoever repeats it. */
interface EventStoreContractForAnswers {

    Claim PHONE = new Claim("person.phone", "2019/ab");

    StoreUnderTest engine();

    @Test
    default void an_answer_is_kept_with_the_last_position_written() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 3).answering("k").to(store);
            IdempotentAnswer kept = store.answerFor(AnAppend.scope("k")).orElseThrow();
            assertThat(kept).isEqualTo(new IdempotentAnswer(AnAppend.scope("k"), AnAppend.scope("body of k"), 201,
                    "/things/k", "k", 3));
            assertThat(store.answerFor(AnAppend.scope("other"))).isEmpty();
        }
    }

    @Test
    default void whoever_repeats_a_command_gets_the_first_answer_and_writes_nothing() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 2).answering("k").to(store);
            var again = catchThrowableOfType(AppendFailure.AlreadyAnswered.class,
                    () -> AnAppend.of("b", 0, 1).answering("k").to(store));
            assertThat(again.answer()).isEqualTo(store.answerFor(AnAppend.scope("k")).orElseThrow());
            assertThat(again.answer().position()).isEqualTo(2);
            assertThat(store.head()).isEqualTo(2);
            assertThat(store.lastSequence("b")).isEqualTo(-1);
        }
    }

    @Test
    default void a_repeated_command_is_recognised_before_what_its_first_run_stands_in_the_way_of() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of(AnAppend.event("a", 0, PHONE)).answering("k").relyingOn("campaign", -1).to(store);
            AnAppend.of("campaign", 0, 1).to(store);
            List<AnAppend> twins = List.of(
                    AnAppend.of(AnAppend.event("b", 0, PHONE)).answering("k"),
                    AnAppend.of(AnAppend.event("a", 0)).answering("k"),
                    AnAppend.of(AnAppend.event("c", 0)).answering("k").relyingOn("campaign", -1));
            for (AnAppend twin : twins) {
                assertThatThrownBy(() -> twin.to(store)).asInstanceOf(type(AppendFailure.AlreadyAnswered.class))
                        .extracting(failure -> failure.answer().position()).isEqualTo(1L);
            }
        }
    }

    @Test
    default void a_refused_append_keeps_no_answer() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 1).to(store);
            assertThatThrownBy(() -> AnAppend.of("a", 0, 1).answering("k").to(store))
                    .isInstanceOf(AppendFailure.Conflict.class);
            assertThat(store.answerFor(AnAppend.scope("k"))).isEmpty();
            assertThat(AnAppend.of("a", 1, 1).answering("k").to(store).lastPosition()).isEqualTo(2);
        }
    }

    @Test
    default void of_twins_at_once_one_is_written_and_the_others_wait_for_its_answer() throws Exception {
        try (var ledger = engine().freshLedger()) {
            List<Append> twins = IntStream.range(0, 24)
                    .mapToObj(i -> AnAppend.of(AnAppend.event("a" + i, 0, PHONE)).answering("k").build()).toList();
            List<Attempt> attempts = Attempt.together(ledger, twins);
            assertThat(Attempt.written(attempts)).hasSize(1);
            assertThat(ledger.store().head()).isEqualTo(1);
            IdempotentAnswer kept = ledger.store().answerFor(AnAppend.scope("k")).orElseThrow();
            assertThat(Attempt.failures(attempts)).hasSize(23)
                    .allSatisfy(failure -> assertThat(failure).asInstanceOf(type(AppendFailure.AlreadyAnswered.class))
                            .extracting(AppendFailure.AlreadyAnswered::answer).isEqualTo(kept));
        }
    }

    @Test
    default void a_twin_at_another_instance_is_recognised_too() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 1).answering("k").to(ledger.store());
            assertThatThrownBy(() -> AnAppend.of("b", 0, 1).answering("k").to(ledger.anotherStore()))
                    .isInstanceOf(AppendFailure.AlreadyAnswered.class);
        }
    }
}
