package org.campaignledger.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A span for each request below {@code /api}, in the trace that its sender brings, if any. It names the route and never
 * the address, in which ids and accounts stand; of what the sender brings nothing but the ids of the trace is taken.
 */
final class RequestSpans extends OncePerRequestFilter {

    private static final int SERVER_ERROR = 500;
    private static final String TRACE = "traceId";
    private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return request == null ? null : request.getHeader(name);
        }
    };

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Streams last for hours, and pages ask the contract from inside their own request. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || path.endsWith("/progress/stream");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Span span = tracer.spanBuilder(request.getMethod()).setSpanKind(SpanKind.SERVER)
                .setParent(broughtBy(request))
                .setAttribute("http.request.method", request.getMethod())
                .setAttribute("ledger.correlation", Correlation.of(request))
                .startSpan();
        MDC.put(TRACE, span.getSpanContext().getTraceId());
        try (Scope current = span.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            end(span, request, response);
            MDC.remove(TRACE);
        }
    }

    private static void end(Span span, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            span.updateName(request.getMethod() + " " + route);
            span.setAttribute("http.route", route);
        }
        span.setAttribute("http.response.status_code", response.getStatus());
        if (response.getStatus() >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    /** Ids and flags alone: a trace state is a text of the sender's, and would come to stand in sealed metadata. */
    private static Context broughtBy(HttpServletRequest request) {
        Context brought = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        SpanContext parent = Span.fromContext(brought).getSpanContext();
        return parent.isValid()
                ? Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(parent.getTraceId(),
                        parent.getSpanId(), parent.getTraceFlags(), TraceState.getDefault())))
                : Context.root();
    }
}
