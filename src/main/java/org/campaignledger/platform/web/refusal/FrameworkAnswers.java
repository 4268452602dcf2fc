package org.campaignledger.platform.web.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentConversionNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What the framework's own exceptions are at the door. */
final class FrameworkAnswers {

    private FrameworkAnswers() {}

    /** The answer; {@code null} if it is none of the framework's. */
    static @Nullable Answer of(Throwable failure) {
        return switch (failure) {
            case MethodArgumentTypeMismatchException mismatch -> Answer.of(malformed(mismatch));
            case BindException unbound -> Answer.of(malformed(unbound));
            case MissingServletRequestParameterException absent -> missing(absent.getParameterName());
            case MissingServletRequestPartException absent -> missing(absent.getRequestPartName());
            case MissingRequestHeaderException absent -> missing(absent.getHeaderName());
            case MaxUploadSizeExceededException large -> Answer.of(413, "too-large", maxOf(large));
            case MultipartException unreadable -> ofStatus(400);
            case HttpMessageNotReadableException unreadable -> ofStatus(400);
            case RequestRejectedException unusual -> ofStatus(400);
            case InvalidParameterException undecodable -> ofStatus(undecodable.getErrorCode());
            case MethodArgumentConversionNotSupportedException ours -> ofStatus(500);
            case ErrorResponse response ->
                ofStatus(response.getStatusCode().value()).with(response.getHeaders());
            default -> null;
        };
    }

    /** The code that stands for a status where nothing more is known. */
    static Answer ofStatus(int status) {
        return switch (status) {
            case 401 -> Answer.of(401, "not-signed-in");
            case 403 -> Answer.of(403, "wrong-role");
            case 404 -> Answer.of(404, "not-found");
            case 405 -> Answer.of(405, "method-not-allowed");
            case 406 -> Answer.of(406, "not-acceptable");
            case 408 -> Answer.of(408, "too-slow");
            case 409 -> Answer.of(409, "concurrent-change");
            case 413 -> Answer.of(413, "too-large");
            case 415 -> Answer.of(415, "unsupported-media-type");
            case 429 -> Answer.of(429, "too-many-requests");
            case 503 -> Answer.of(503, "busy");
            default -> status >= 400 && status < 500 ? Answer.of(400, "malformed") : Answer.of(500, "internal-error");
        };
    }

    private static Answer missing(String field) {
        return Answer.of(Refused.because(Violation.of(field, "missing")));
    }

    private static Map<String, ?> maxOf(MaxUploadSizeExceededException large) {
        return large.getMaxUploadSize() > 0 ? Map.of("max", large.getMaxUploadSize()) : Map.of();
    }

    private static Refused malformed(MethodArgumentTypeMismatchException mismatch) {
        return Refused.malformed(List.of(violation(mismatch.getName(), mismatch.getRequiredType())));
    }

    /** Parameters that are gathered in a record: all that are wrong at once. */
    private static Refused malformed(BindException unbound) {
        return Refused.malformed(unbound.getFieldErrors().stream().map(error -> violation(error.getField(),
                error.contains(TypeMismatchException.class)
                        ? error.unwrap(TypeMismatchException.class).getRequiredType()
                        : null))
                .toList());
    }

    private static Violation violation(String field, @Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return Violation.of(field, "not-a-date");
        }
        if (type == Instant.class) {
            return Violation.of(field, "not-an-instant");
        }
        if (type != null && type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
            return Violation.of(field, "unknown-constant", "allowed", names);
        }
        return Violation.of(field, "wrong-type", "expected", expected(type));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        boolean whole = type == Long.class || type == long.class || type == Integer.class || type == int.class;
        return whole ? "whole-number" : "text";
    }
}
