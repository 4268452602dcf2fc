package org.campaignledger.platform.web.body;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses a command whose answer could not be given in any form that is asked for, before it is taken: the framework finds
 * that out when it writes the answer, and would say 406 to somebody whose command stands in the ledger. Refuses a media
 * type that is none as well, on which the framework fails.
 */
final class NoCommandWithoutAnAnswer implements HandlerInterceptor {

    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final List<MediaType> ANSWERS = List.of(MediaType.APPLICATION_JSON);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotAcceptableException, HttpMediaTypeNotSupportedException {
        if (QUESTIONS.contains(request.getMethod())) {
            return true;
        }
        String given = request.getContentType();
        if (given != null && !isOneThing(given)) {
            throw new HttpMediaTypeNotSupportedException("no media type");
        }
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return true;
        }
        List<String> asked = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        boolean another = request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) != null;
        if (!another && !asked.isEmpty() && !takesJson(asked)) {
            throw new HttpMediaTypeNotAcceptableException(ANSWERS);
        }
        return true;
    }

    private static boolean isOneThing(String mediaType) {
        try {
            return MediaType.parseMediaType(mediaType).isConcrete();
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static boolean takesJson(List<String> asked) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(asked);
            return types.isEmpty() || types.stream().anyMatch(NoCommandWithoutAnAnswer::isWritten);
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    /** Answers are JSON in UTF-8, and in nothing else. */
    private static boolean isWritten(MediaType type) {
        Charset charset = type.getCharset();
        return type.getQualityValue() > 0 && type.isCompatibleWith(MediaType.APPLICATION_JSON)
                && (charset == null || charset.equals(StandardCharsets.UTF_8));
    }
}
