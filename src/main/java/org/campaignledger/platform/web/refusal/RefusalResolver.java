package org.campaignledger.platform.web.refusal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns everything thrown while a request below {@code /api/v1} or {@code /log} is handled into a problem document. A
 * resolver and not a controller advice: it is asked for unmapped paths too, leaves the pages alone by path, and takes
 * no part in content negotiation, so that no Accept header can keep a refusal from being written.
 */
public final class RefusalResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalResolver.class);

    private final RefusalWriter writer;

    /** A resolver that answers through this writer. */
    public RefusalResolver(RefusalWriter writer) {
        this.writer = writer;
    }

    /** Before the framework's own resolvers. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 10;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!ApiPaths.cover(request, request.getRequestURI()) || Answers.isForSecurity(failure)) {
            return null;
        }
        Answer answer = Answers.to(failure);
        if (answer.status() != 503 && Answers.clientIsGone(failure)) {
            return new ModelAndView();
        }
        if (response.isCommitted()) {
            // Half an answer is out. Left to the container, which breaks the connection off: it must not look whole.
            LOG.warn("{} {} broke off: {}", request.getMethod(), request.getRequestURI(), failure.toString());
            return null;
        }
        try {
            writer.write(
                    request, response, FailureReport.reported(request, request.getRequestURI(), failure, answer));
        } catch (IOException clientGone) {
            LOG.debug("refusal could not be written", clientGone);
        }
        return new ModelAndView();
    }
}
