package org.campaignledger.platform.eventstore;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.Event;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** What the store asks of Axon Server, each question answered in bounded time or failed as an outage. */
final class AxonServerLink {

    private static final Metadata.Key<String> ERROR_CODE = Metadata.Key.of("AxonIQ-ErrorCode",
            Metadata.ASCII_STRING_MARSHALLER);
    private static final Set<ErrorCategory> NOTHING_WRITTEN = EnumSet.of(ErrorCategory.INVALID_EVENT_SEQUENCE,
            ErrorCategory.EVENT_PAYLOAD_TOO_LARGE, ErrorCategory.VALIDATION_FAILED,
            ErrorCategory.AUTHENTICATION_INVALID_TOKEN, ErrorCategory.AUTHENTICATION_TOKEN_MISSING,
            ErrorCategory.NO_EVENT_STORE_MASTER_AVAILABLE);

    private final Supplier<EventChannel> channel;
    private final Duration patience;

    /**
     * A link.
     *
     * @param channel  the connection's channel as it is now; asked for anew each time, since it can be replaced
     * @param patience how long an answer is waited for
     */
    AxonServerLink(Supplier<EventChannel> channel, Duration patience) {
        this.channel = channel;
        this.patience = patience;
    }

    /** Axon Server has said itself that it did not write an append. */
    static final class NotWritten extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final ErrorCategory category;

        NotWritten(ErrorCategory category, Throwable cause) {
            super(cause.getMessage(), cause);
            this.category = category;
        }

        boolean aSequenceIsTaken() {
            return category == ErrorCategory.INVALID_EVENT_SEQUENCE;
        }

        boolean theEventIsToBlame() {
            return category == ErrorCategory.EVENT_PAYLOAD_TOO_LARGE || category == ErrorCategory.VALIDATION_FAILED;
        }
    }

    /** The context's last token, -1 where it has no event. */
    long lastToken() {
        @Nullable
        Long last = answer(() -> channel.get().getLastToken());
        return last == null ? -1 : last;
    }

    /** The sequence of an aggregate's last event, -1 if it has none. */
    long lastSequence(String aggregate) {
        @Nullable
        Long last = answer(() -> channel.get().findHighestSequence(aggregate));
        return last == null ? -1 : last;
    }

    /** An aggregate's events from a sequence on. */
    List<Event> aggregate(String aggregate, long fromSequence) {
        List<Event> events = new ArrayList<>();
        try {
            AggregateEventStream stream = fromSequence <= 0
                    ? channel.get().openAggregateStream(aggregate, false)
                    : channel.get().openAggregateStream(aggregate, fromSequence);
            while (stream.hasNext()) {
                events.add(stream.next());
            }
            return events;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while Axon Server was read", interrupted);
        } catch (RuntimeException gone) {
            throw outage(gone);
        }
    }

    /** The context's events after a token, without an end; to be closed by the caller. */
    EventStream stream(long afterToken, int buffer) {
        try {
            return channel.get().openStream(afterToken, buffer);
        } catch (RuntimeException gone) {
            throw outage(gone);
        }
    }

    /** The next event of a stream, null if none came within the time. */
    static io.axoniq.axonserver.grpc.event.@Nullable EventWithToken next(EventStream stream, long millis) {
        try {
            return stream.nextIfAvailable(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while Axon Server was read", interrupted);
        } catch (RuntimeException gone) {
            throw outage(gone);
        }
    }

    /**
     * Writes events in one transaction.
     *
     * @throws NotWritten                         Axon Server refused them all
     * @throws DataAccessResourceFailureException it did not answer, and may have written them or not
     */
    void append(List<Event> events) {
        try {
            answer(() -> {
                AppendEventsTransaction transaction = channel.get().startAppendEventsTransaction();
                events.forEach(transaction::appendEvent);
                return transaction.commit();
            });
        } catch (DataAccessResourceFailureException failure) {
            ErrorCategory category = categoryOf(failure.getCause());
            throw NOTHING_WRITTEN.contains(category) ? new NotWritten(category, failure) : failure;
        }
    }

    private <T extends @Nullable Object> T answer(Supplier<CompletableFuture<T>> question) {
        try {
            return question.get().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while Axon Server was asked", interrupted);
        } catch (ExecutionException failed) {
            throw outage(failed.getCause() == null ? failed : failed.getCause());
        } catch (TimeoutException silent) {
            throw new DataAccessResourceFailureException("Axon Server did not answer in time", silent);
        } catch (RuntimeException failed) {
            throw outage(failed);
        }
    }

    private static ErrorCategory categoryOf(@Nullable Throwable failure) {
        if (failure instanceof AxonServerException told) {
            return told.getErrorCategory();
        }
        if (failure instanceof StatusRuntimeException status) {
            Metadata trailers = status.getTrailers();
            String code = trailers == null ? null : trailers.get(ERROR_CODE);
            return code == null ? ErrorCategory.OTHER : ErrorCategory.getFromCode(code);
        }
        return ErrorCategory.OTHER;
    }

    private static DataAccessResourceFailureException outage(Throwable cause) {
        return new DataAccessResourceFailureException("Axon Server can't be reached: " + cause.getMessage(), cause);
    }
}
