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
 * The same for the pages that people look at: what is refused is no failure of the ledger, and gets the page of its status.
 * Whatever is none of the caller's doing is left to the container, which logs it and shows the page of 500.
 */
final class PageRefusals implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

    /** After a page's own words for what it refuses, and after the framework's resolvers. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (ApiPaths.cover(request, request.getRequestURI()) || Answers.isForSecurity(failure)
                || response.isCommitted()) {
            return null;
        }
        Answer answer = Answers.to(failure);
        if (answer.status() == 500) {
            return null;
        }
        try {
            RefusalWriter.writeHeaders(response, answer);
            response.sendError(answer.status());
        } catch (IOException clientGone) {
            LOG.debug("refusal could not be sent", clientGone);
        }
        return new ModelAndView();
    }
}
