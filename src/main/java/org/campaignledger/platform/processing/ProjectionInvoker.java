package org.campaignledger.platform.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.messaging.LedgerMessages;

/** Gathers the messages of a processor's batch and hands them to the projection once, before the token is stored. */
final class ProjectionInvoker implements EventHandlerInvoker {

    private final ProjectionWriter writer;
    private final Projection projection;
    private final ProjectionSpans spans;
    private final LongConsumer reached;
    private final String resource;

    ProjectionInvoker(Projection projection, ProjectionWriter writer, ProjectionSpans spans,
            LongConsumer reached) {
        this.projection = projection;
        this.writer = writer;
        this.spans = spans;
        this.reached = reached;
        this.resource = "batch of " + projection.name();
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> work = CurrentUnitOfWork.get().root();
        Batch batch = work.getOrComputeResource(resource, key -> begin(work));
        batch.entries().add(LedgerMessages.entry(message));
        if (ProjectionSpans.isTraced(message)) {
            batch.traced().add(message);
        }
    }

    private record Batch(List<LedgerEntry> entries, List<EventMessage<?>> traced) {}

    private Batch begin(UnitOfWork<?> work) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>());
        long[] position = new long[1];
        work.onPrepareCommit(prepared -> position[0] = spans.around(projection.name(), batch.traced(),
                () -> writer.write(batch.entries())));
        work.afterCommit(committed -> {
            writer.committed(position[0]);
            reached.accept(position[0]);
        });
        work.onRollback(rolledBack -> projection.forget(Tables.LIVE));
        return batch;
    }

    /** Rebuilding goes beside the live tables, never by resetting a token. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
