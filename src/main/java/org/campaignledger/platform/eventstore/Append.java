package org.campaignledger.platform.eventstore;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one command writes: all of it in one transaction, or nothing.
 *
 * @param events     one or more; consecutive positions in this order
 * @param conditions what must still hold when it is written (rule 5)
 * @param answer     the answer to keep for the command's idempotency key, where one came
 * @param personKeys keys of people who are recorded here for the first time
 * @param sideWrites rare further rows, such as an account's password hash
 */
public record Append(
        List<NewEvent> events, List<Condition> conditions, @Nullable IdempotentAnswer answer,
        List<PersonKey> personKeys, List<SideWrite> sideWrites) {

    /** Events alone. */
    public static Append of(List<NewEvent> events) {
        return new Append(events, List.of(), null, List.of(), List.of());
    }

    /**
     * Checks what no engine takes.
     *
     * @throws IllegalArgumentException there is no event in it
     * @throws AppendFailure.Rejected   an event is too large
     */
    void mustBeWithinBounds() {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append without events");
        }
        for (NewEvent event : events) {
            if (event.payload().length + event.metadata().length > LedgerStore.MAX_EVENT_BYTES) {
                throw AppendFailure.Rejected.tooLarge();
            }
        }
    }

    /**
     * The aggregate still stands at this sequence: its last event's, -1 if it has none.
     *
     * @param aggregateId  the aggregate relied upon
     * @param lastSequence the sequence of its last event when the decision was taken
     */
    public record Condition(String aggregateId, long lastSequence) {}

    /**
     * A person's own key, wrapped by the master key (rule 23).
     *
     * @param subject the person's id in the ledger
     * @param wrapped the key, encrypted; useless without the master key
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    public record PersonKey(String subject, byte[] wrapped) {}
}
