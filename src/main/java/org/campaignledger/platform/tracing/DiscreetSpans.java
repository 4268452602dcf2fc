package org.campaignledger.platform.tracing;

import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanAttributesProvider;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.SpanScope;

/**
 * Spans that say what happened and how long it took, and of whom or of what nothing: Axon would add accounts, all other
 * metadata and ids of aggregates (a user name can be one), and the texts of exceptions.
 */
final class DiscreetSpans implements SpanFactory {

    private final SpanFactory spans;

    DiscreetSpans(SpanFactory spans) {
        this.spans = spans;
    }

    @Override
    public Span createRootTrace(Supplier<String> name) {
        return new Discreet(spans.createRootTrace(name));
    }

    @Override
    public Span createHandlerSpan(Supplier<String> name, Message<?> parent, boolean isChild, Message<?>... linked) {
        return new Discreet(spans.createHandlerSpan(name, parent, isChild, linked));
    }

    @Override
    public Span createDispatchSpan(Supplier<String> name, Message<?> parent, Message<?>... linked) {
        return new Discreet(spans.createDispatchSpan(name, parent, linked));
    }

    @Override
    public Span createInternalSpan(Supplier<String> name) {
        return new Discreet(spans.createInternalSpan(name));
    }

    @Override
    public Span createInternalSpan(Supplier<String> name, Message<?> message) {
        return new Discreet(spans.createInternalSpan(name, message));
    }

    /** Takes none. */
    @Override
    public void registerSpanAttributeProvider(SpanAttributesProvider provider) {
        // see above
    }

    @Override
    public <M extends Message<?>> M propagateContext(M message) {
        return spans.propagateContext(message);
    }

    private static final class Discreet implements Span {

        private final Span span;

        private Discreet(Span span) {
            this.span = span;
        }

        @Override
        public Span start() {
            span.start();
            return this;
        }

        @Override
        public SpanScope makeCurrent() {
            return span.makeCurrent();
        }

        @Override
        public void end() {
            span.end();
        }

        /** Its kind alone. */
        @Override
        public Span recordException(Throwable failure) {
            span.addAttribute("error.type", failure.getClass().getName());
            return this;
        }

        @Override
        public Span addAttribute(String name, String value) {
            return this;
        }
    }
}
