package org.campaignledger.platform.web.pages.audit;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ResponseStatusException;

/** What of a refusal becomes a page of its own, and what is said on the page that asked. */
final class Refusals {

    private Refusals() {}

    /**
     * The answer, granted or refused for how it was asked (400, 422).
     *
     * @throws AccessDeniedException   it is not for this role, or nobody is signed in
     * @throws ResponseStatusException there is no such thing, or it cannot be answered now
     */
    static ContractAnswer readable(ContractAnswer answer) {
        return switch (answer.status()) {
            case 401, 403 -> throw new AccessDeniedException(answer.detail());
            case 400, 422 -> answer;
            default -> {
                if (!answer.isGranted()) {
                    throw new ResponseStatusException(Objects.requireNonNullElse(
                            HttpStatus.resolve(answer.status()), HttpStatus.INTERNAL_SERVER_ERROR), answer.detail());
                }
                yield answer;
            }
        };
    }

    /** What is wrong, in words: that of each field, else of the whole; absent where it was granted. */
    static @Nullable String said(ContractAnswer answer) {
        if (answer.isGranted()) {
            return null;
        }
        Set<String> said = new LinkedHashSet<>();
        answer.body().path("errors").forEach(error -> said.add(error.path("message").asString("")));
        said.remove("");
        return said.isEmpty() ? answer.detail() : String.join(" ", said);
    }
}
