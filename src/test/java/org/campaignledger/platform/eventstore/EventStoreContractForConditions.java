package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a decision relied on still holds when it is written, or it is not written. */
interface EventStoreContractForConditions {

    StoreUnderTest engine();

    @Test
    default void a_condition_that_holds_lets_the_append_pass() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("a", 0, 1).relyingOn("campaign", -1).to(store);
            AnAppend.of("campaign", 0, 3).to(store);
            AnAppend.of("b", 0, 1).relyingOn("campaign", 2).relyingOn("a", 0).to(store);
            assertThat(store.head()).isEqualTo(5);
        }
    }

    @Test
    default void a_condition_that_fails_names_the_aggregate_that_moved_on() {
        try (var ledger = engine().freshLedger()) {
            LedgerStore store = ledger.store();
            AnAppend.of("campaign", 0, 3).to(store);
            for (long wrong : new long[]{1, 3, -1}) {
                assertThatThrownBy(() -> AnAppend.of("b", 0, 1).relyingOn("campaign", wrong).to(store))
                        .asInstanceOf(type(AppendFailure.ConditionFailed.class))
                        .extracting(AppendFailure.ConditionFailed::aggregateId).isEqualTo("campaign");
            }
            assertThat(store.head()).isEqualTo(3);
            assertThat(store.lastSequence("b")).isEqualTo(-1);
        }
    }

    @Test
    default void a_condition_is_not_written_as_an_event() {
        try (var ledger = engine().freshLedger()) {
            AnAppend.of("a", 0, 1).relyingOn("campaign", -1).to(ledger.store());
            assertThat(ledger.store().lastSequence("campaign")).isEqualTo(-1);
        }
    }

    @Test
    default void among_appends_that_wait_together_conditions_hold_in_the_order_of_positions() throws Exception {
        for (int round = 0; round < 4; round++) {
            try (var ledger = engine().freshLedger()) {
                AnAppend.of("campaign", 0, 1).to(ledger.store());
                List<Append> heap = new ArrayList<>();
                for (int i = 0; i < 24; i++) {
                    heap.add(AnAppend.of("r" + i, 0, 1).relyingOn("campaign", 0).build());
                }
                heap.add(10 + round, AnAppend.of("campaign", 1, 1).build());
                List<Attempt> attempts = Attempt.together(ledger, heap);
                long changedAt = attempts.get(10 + round).mustBeWritten().firstPosition();
                assertThat(Attempt.written(attempts))
                        .allSatisfy(one -> assertThat(one.mustBeWritten().firstPosition())
                                .isLessThanOrEqualTo(changedAt));
                assertThat(Attempt.failures(attempts))
                        .allSatisfy(one -> assertThat(one).isInstanceOf(AppendFailure.ConditionFailed.class));
                assertThat(ledger.store().head()).isEqualTo(changedAt);
            }
        }
    }
}
