package org.campaignledger.platform.web.refusal;

import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A refusal as it goes out, before it is put into words.
 *
 * @param status    the HTTP status
 * @param code      the code of the whole
 * @param arguments what the detail names
 * @param errors    everything that is wrong, in order
 * @param existing  the record that stands in the way; whether it is shown is decided when writing
 * @param details   what else is told, by name
 * @param headers   headers that belong to the refusal, such as Allow
 */
record Answer(
        int status, String code, Map<String, ?> arguments, List<Violation> errors, Refused.@Nullable Existing existing,
        Map<String, ?> details, HttpHeaders headers) {

    static Answer of(int status, String code) {
        return of(status, code, Map.of());
    }

    static Answer of(int status, String code, Map<String, ?> arguments) {
        return new Answer(status, code, arguments, List.of(), null, Map.of(), new HttpHeaders());
    }

    /** The detail says what the first violation of the same code says, which mostly is the only one. */
    static Answer of(Refused refused) {
        Map<String, ?> arguments = refused.violations().stream()
                .filter(violation -> violation.code().equals(refused.code()))
                .findFirst()
                .map(Violation::arguments)
                .orElse(Map.of());
        return new Answer(statusOf(refused.kind()), refused.code(), arguments, refused.violations(), refused.existing(),
                refused.details(), new HttpHeaders());
    }

    Answer with(HttpHeaders more) {
        return new Answer(status, code, arguments, errors, existing, details, more);
    }

    private static int statusOf(Refused.Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case TOO_SLOW -> 408;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
