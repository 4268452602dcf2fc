package org.campaignledger.platform.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanFactory;
import org.campaignledger.platform.eventstore.MetadataKeys;

/**
 * Puts the writing of a batch into the traces of the events in it: a span for each that was traced when it was recorded,
 * however long ago and on whichever instance. A batch without such an event costs nothing.
 */
final class ProjectionSpans {

    private final SpanFactory factory;

    ProjectionSpans(SpanFactory factory) {
        this.factory = factory;
    }

    /** Whether the event belongs to a trace. */
    static boolean isTraced(EventMessage<?> message) {
        return message.getMetaData().containsKey(MetadataKeys.TRACE);
    }

    /** Writes, and answers the position written. */
    long around(String projection, List<EventMessage<?>> traced, LongSupplier write) {
        List<Span> spans = new ArrayList<>(traced.size());
        traced.forEach(message -> spans.add(factory.createChildHandlerSpan(() -> "Projection.write(" + projection
                + ")", message).start()));
        try {
            return write.getAsLong();
        } catch (RuntimeException failed) {
            spans.forEach(span -> span.recordException(failed));
            throw failed;
        } finally {
            spans.forEach(Span::end);
        }
    }
}
