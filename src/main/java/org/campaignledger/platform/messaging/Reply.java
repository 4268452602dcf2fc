package org.campaignledger.platform.messaging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command that another instance has handled, in a form that travels: a receipt, a refusal, or what the
 * store said. One of the three is there.
 *
 * @param receipt where it was written
 * @param refused why it was not granted
 * @param failure why it was not written, or nobody knows whether it was
 */
record Reply(@Nullable AppendReceipt receipt, @Nullable Refusal refused, @Nullable Failure failure) {

    /** A {@link Refused}. */
    record Refusal(Refused.Kind kind, String code, List<TravellingViolation> violations,
            Refused.@Nullable Existing existing) {

        private static Refusal of(Refused refused) {
            return new Refusal(refused.kind(), refused.code(),
                    refused.violations().stream().map(TravellingViolation::of).toList(), refused.existing());
        }

        private Refused again() {
            return Refused.again(kind, code, violations.stream().map(TravellingViolation::violation).toList(),
                    existing);
        }
    }

    /** The kinds of {@link AppendFailure}, and an aggregate that is not there. */
    enum Kind {
        CONFLICT, CONDITION, CLAIM, ANSWERED, UNAVAILABLE, UNKNOWN, TOO_LARGE, REJECTED, NOT_FOUND
    }

    /** An {@link AppendFailure}; what does not belong to its kind is absent. */
    record Failure(Kind kind, String message, @Nullable String aggregateId, @Nullable Claim claim,
            @Nullable ClaimHolder holder, @Nullable IdempotentAnswer answer, @Nullable UUID eventId) {

        private static Failure of(AppendFailure failure) {
            String message = String.valueOf(failure.getMessage());
            return switch (failure) {
                case AppendFailure.Conflict c -> plain(Kind.CONFLICT, message);
                case AppendFailure.ConditionFailed c ->
                    new Failure(Kind.CONDITION, message, c.aggregateId(), null, null, null, null);
                case AppendFailure.ClaimTaken c ->
                    new Failure(Kind.CLAIM, message, null, c.claim(), c.holder(), null, null);
                case AppendFailure.AlreadyAnswered a ->
                    new Failure(Kind.ANSWERED, message, null, null, null, a.answer(), null);
                case AppendFailure.Unavailable u -> plain(Kind.UNAVAILABLE, message);
                case AppendFailure.OutcomeUnknown u ->
                    new Failure(Kind.UNKNOWN, message, null, null, null, null, u.firstEventId());
                case AppendFailure.Rejected r -> plain(r.isTooLarge() ? Kind.TOO_LARGE : Kind.REJECTED, message);
            };
        }

        private static Failure plain(Kind kind, String message) {
            return new Failure(kind, message, null, null, null, null, null);
        }

        private RuntimeException again() {
            return switch (kind) {
                case CONFLICT -> new AppendFailure.Conflict(message);
                case CONDITION -> new AppendFailure.ConditionFailed(there(aggregateId), message);
                case CLAIM -> new AppendFailure.ClaimTaken(there(claim), there(holder));
                case ANSWERED -> new AppendFailure.AlreadyAnswered(there(answer));
                case UNAVAILABLE -> new AppendFailure.Unavailable(message);
                case UNKNOWN -> new AppendFailure.OutcomeUnknown(there(eventId));
                case TOO_LARGE -> AppendFailure.Rejected.tooLarge();
                case REJECTED -> new AppendFailure.Rejected(message);
                case NOT_FOUND -> Refused.notFound();
            };
        }

        private <T> T there(@Nullable T part) {
            if (part == null) {
                throw new IllegalStateException("a reply of kind " + kind + " lacks what belongs to it");
            }
            return part;
        }
    }

    static Reply of(Outcome outcome) {
        return new Reply(outcome.receipt(), null, null);
    }

    /** The reply that tells of a failure; empty for one that nobody expects. */
    static Optional<Reply> of(Throwable failure) {
        return switch (failure) {
            case Refused refused -> Optional.of(new Reply(null, Refusal.of(refused), null));
            case AppendFailure told -> Optional.of(new Reply(null, null, Failure.of(told)));
            case AggregateNotFoundException unknown ->
                Optional.of(new Reply(null, null, Failure.plain(Kind.NOT_FOUND, "not found")));
            default -> Optional.empty();
        };
    }

    /**
     * The outcome, as if it had come about here.
     *
     * @throws Refused       it was not granted
     * @throws AppendFailure it was not written, or nobody knows
     */
    Outcome outcome() {
        if (refused != null) {
            throw refused.again();
        }
        if (failure != null) {
            throw failure.again();
        }
        Outcome outcome = new Outcome();
        outcome.written(receipt);
        return outcome;
    }
}
