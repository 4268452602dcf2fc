package org.campaignledger.platform.tracing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request its correlation id, before anybody can refuse or log anything. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlation = UUID.randomUUID().toString();
        request.setAttribute(Correlation.ATTRIBUTE, correlation);
        if (request.getRequestURI().startsWith("/api/")) {
            response.setHeader(Correlation.HEADER, correlation);
        }
        MDC.put(Correlation.KEY, correlation);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Correlation.KEY);
        }
    }
}
