package org.campaignledger.platform.web.refusal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.apache.catalina.connector.ClientAbortException;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Finds the answer to a failure, also where it is wrapped in others. */
final class Answers {

    /** Causes can form a ring. */
    private static final int MAX_CAUSES = 20;

    private Answers() {}

    /** The answer: what the ledger itself says, else what the framework says, else 500 {@code internal-error}. */
    static Answer to(Throwable failure) {
        List<Function<Throwable, @Nullable Answer>> readings = List.of(
                Answers::refusal, FrameworkAnswers::of, Answers::storeTrouble);
        return readings.stream()
                .flatMap(reading -> first(failure, reading).stream())
                .findFirst()
                .orElseGet(() -> Answer.of(500, "internal-error"));
    }

    /** Whether the security filters around have to answer: only they know how one signs in. */
    static boolean isForSecurity(Throwable failure) {
        return causes(failure).anyMatch(
                cause -> cause instanceof AccessDeniedException || cause instanceof AuthenticationException);
    }

    /** Whether nobody is left to answer. Not asked of the framework's helper, which a ring of causes never leaves. */
    static boolean clientIsGone(Throwable failure) {
        return causes(failure).anyMatch(
                cause -> cause instanceof AsyncRequestNotUsableException || cause instanceof ClientAbortException);
    }

    private static Optional<Answer> first(Throwable failure, Function<Throwable, @Nullable Answer> reading) {
        return causes(failure).map(reading).filter(Objects::nonNull).map(Objects::requireNonNull).findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause == null ? null : cause.getCause())
                .limit(MAX_CAUSES)
                .takeWhile(Objects::nonNull)
                .map(Objects::requireNonNull);
    }

    private static @Nullable Answer refusal(Throwable cause) {
        return switch (cause) {
            case Refused refused -> Answer.of(refused);
            case AppendFailure append -> StoreAnswers.of(append);
            default -> null;
        };
    }

    private static @Nullable Answer storeTrouble(Throwable cause) {
        String code = StoreTrouble.code(cause);
        return code == null ? null : Answer.of(503, code);
    }
}
