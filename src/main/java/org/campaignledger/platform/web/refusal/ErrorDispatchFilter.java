package org.campaignledger.platform.web.refusal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Writes the problem document where filters or the container gave up before the framework was reached: it stands in the
 * way of the error dispatch, for the paths of programs only.
 */
final class ErrorDispatchFilter implements Filter {

    private final RefusalWriter writer;

    ErrorDispatchFilter(RefusalWriter writer) {
        this.writer = writer;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest http && response instanceof HttpServletResponse out
                && http.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && ApiPaths.cover(http, uri)) {
            writer.write(http, out, answer(http, uri));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Answer answer(HttpServletRequest request, String uri) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return status >= 500 && failure instanceof Throwable thrown
                ? FailureReport.reported(request, uri, thrown, Answers.to(thrown))
                : FrameworkAnswers.ofStatus(status);
    }
}
