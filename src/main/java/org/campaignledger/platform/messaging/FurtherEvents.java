package org.campaignledger.platform.messaging;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.campaignledger.kernel.LedgerEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Events of other aggregates than the one that handles the command, written in its append: all of them or none. What they
 * were decided on must have been read by the caller; the append fails if the aggregate has moved on since.
 */
@Component
public class FurtherEvents {

    private final EventStore store;

    /** Events into this store, which is there only once commands are handled. */
    public FurtherEvents(@Lazy EventStore store) {
        this.store = store;
    }

    /**
     * Writes an event behind those that the command has written so far.
     *
     * @param sequence the place that it takes within its aggregate
     */
    public void write(String aggregateType, String aggregateId, long sequence, LedgerEvent event) {
        store.publish(new GenericDomainEventMessage<>(aggregateType, aggregateId, sequence, event,
                CurrentUnitOfWork.get().getCorrelationData()));
    }
}
