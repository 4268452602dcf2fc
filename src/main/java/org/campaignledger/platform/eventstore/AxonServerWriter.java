package org.campaignledger.platform.eventstore;

import io.axoniq.axonserver.grpc.event.Event;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Writes batches of appends: under the writers' lock of the database what stands beside the events is prepared, the
 * events go to Axon Server as one transaction, and what was prepared is committed. The lock stays with the prepared
 * transaction, so that nobody writes before the fate of an append is known; a sequence that is taken in spite of it is
 * refused by Axon Server itself.
 */
final class AxonServerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerWriter.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '300ms'";

    /** Axon Server takes 32,767 events in a transaction. */
    private static final int MAX_EVENTS = 30_000;

    private final DataSource dataSource;
    private final AxonServerLink link;
    private final AxonServerTail tail;
    private final PreparedAppends prepared;
    private final LedgerClock clock;
    private final AxonServerSettings settings;
    private final long resolveMillis;
    private final WriterMetrics metrics;
    private final Timer positionTime;

    /** A batch whose rows are prepared and whose events are still to be appended. */
    private record Ready(
            List<Pending> batch, Written written, PreparedAppends.Name name, List<Event> events, long sinceNanos) {}

    AxonServerWriter(DataSource dataSource, AxonServerLink link, AxonServerTail tail, PreparedAppends prepared,
            LedgerClock clock, AxonServerSettings settings, long resolveMillis, WriterMetrics metrics,
            MeterRegistry registry) {
        this.dataSource = dataSource;
        this.link = link;
        this.tail = tail;
        this.prepared = prepared;
        this.clock = clock;
        this.settings = settings;
        this.resolveMillis = resolveMillis;
        this.metrics = metrics;
        this.positionTime = Timer.builder("ledger.append.position.time")
                .description("From Axon Server's success to the position").publishPercentileHistogram()
                .register(registry);
    }

    /** Writes appends; as many transactions as it takes, each answered for itself. */
    void writeTogether(List<Pending> batch) {
        List<Pending> part = new ArrayList<>();
        int events = 0;
        for (Pending pending : batch) {
            int more = pending.append().events().size();
            if (more > MAX_EVENTS) {
                pending.fail(new AppendFailure.Rejected("more than " + MAX_EVENTS + " events in one append"));
                continue;
            }
            if (events + more > MAX_EVENTS) {
                write(part, false);
                part = new ArrayList<>();
                events = 0;
            }
            part.add(pending);
            events += more;
        }
        if (!part.isEmpty()) {
            write(part, false);
        }
    }

    /**
     * Writes one transaction.
     *
     * @param exact whether to look up where each aggregate stands; else those without a recent event are taken to be
     *              new where the append says so, which Axon Server checks
     */
    private void write(List<Pending> batch, boolean exact) {
        long began = System.nanoTime();
        Ready ready;
        try {
            ready = prepare(batch, exact);
        } catch (SQLException | RuntimeException failure) {
            nothingWritten(batch, failure);
            return;
        }
        if (ready.events().isEmpty()) {
            ready.written().answerRefused(metrics);
            return;
        }
        UUID first = ready.name().eventId();
        CompletableFuture<Long> position = tail.expect(first);
        try {
            append(ready);
            if (prepared.commit(ready.name()) != PreparedAppends.Fate.WRITTEN) {
                throw new SQLException("what stands beside the events is gone");
            }
            learn(ready, position);
            metrics.batch(ready.written().decision().accepted().size(), System.nanoTime() - began);
        } catch (AxonServerLink.NotWritten refused) {
            takeBack(ready, refused, exact);
        } catch (SQLException | RuntimeException failure) {
            resolve(ready, failure);
        } finally {
            tail.expectNoLonger(first);
        }
    }

    private Ready prepare(List<Pending> batch, boolean exact) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                lock(connection);
                tail.sync();
                BatchSql sql = new BatchSql(connection);
                BatchDecision.Looked looked = sql.look(Touched.by(batch), tail.head(), tail.lastRecordedAt(),
                        heads(batch, exact));
                BatchDecision decision = new BatchDecision(looked);
                batch.forEach(decision::decide);
                Written written = new Written(decision, looked.recordedAt(clock));
                List<Event> events = events(written);
                PreparedAppends.Name name = new PreparedAppends.Name(looked.head() + 1, firstId(decision));
                if (events.isEmpty()) {
                    connection.rollback();
                } else {
                    sql.writeBeside(decision);
                    PreparedAppends.prepare(connection, name);
                }
                return new Ready(batch, written, name, events, System.nanoTime());
            } catch (SQLException | RuntimeException failure) {
                SqlFailures.rollbackQuietly(connection);
                throw failure;
            }
        }
    }

    private static UUID firstId(BatchDecision decision) {
        return decision.accepted().isEmpty()
                ? new UUID(0, 0)
                : decision.accepted().getFirst().pending().append().events().getFirst().eventId();
    }

    /** Whoever holds the lock too long may be gone: what it has left is settled, and the lock tried again. */
    private void lock(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + settings.lockTimeout().toNanos();
        while (true) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK_TIMEOUT);
                new BatchSql(connection).lock();
                statement.execute("set local lock_timeout = 0");
                // Axon Server is asked while the lock is held, and may take its time.
                statement.execute("set local idle_in_transaction_session_timeout = " + settings.settleAfter()
                        .toMillis());
                return;
            } catch (SQLException failure) {
                if (!LOCK_NOT_AVAILABLE.equals(failure.getSQLState()) || System.nanoTime() > deadline) {
                    throw failure;
                }
                connection.rollback();
                prepared.settleAll();
            }
        }
    }

    private Map<String, Long> heads(List<Pending> batch, boolean exact) {
        Map<String, Long> heads = new HashMap<>();
        for (Pending pending : batch) {
            for (Append.Condition condition : pending.append().conditions()) {
                heads.computeIfAbsent(condition.aggregateId(), this::lastSequence);
            }
            for (NewEvent event : pending.append().events()) {
                OptionalLong known = tail.sequenceOf(event.aggregateId());
                if (exact || known.isPresent() || event.sequence() != 0) {
                    heads.computeIfAbsent(event.aggregateId(), this::lastSequence);
                }
            }
        }
        return heads;
    }

    /** The sequence of the aggregate's last event, -1 if it has none; right as long as the lock is held. */
    private long lastSequence(String aggregateId) {
        OptionalLong known = tail.sequenceOf(aggregateId);
        return known.isPresent()
                ? known.getAsLong()
                : link.lastSequence(AxonServerForm.aggregate(tail.ledger(), aggregateId));
    }

    private List<Event> events(Written written) {
        List<Event> events = new ArrayList<>();
        String ledger = tail.ledger();
        Instant recordedAt = written.recordedAt();
        for (BatchDecision.Accepted accepted : written.decision().accepted()) {
            long position = accepted.firstPosition();
            for (NewEvent event : accepted.pending().append().events()) {
                events.add(AxonServerForm.write(ledger, new RecordedEvent(position++, event.eventId(),
                        event.aggregateType(), event.aggregateId(), event.sequence(), event.type(), event.revision(),
                        recordedAt, event.payload(), event.metadata(), Salts.next())));
            }
        }
        return events;
    }

    /** What was prepared too long ago may have been given up by others, and must not be appended any more. */
    private void append(Ready ready) {
        if (System.nanoTime() - ready.sinceNanos() > settings.patience().toNanos()) {
            throw new DataAccessResourceFailureException("the instance stood still between preparing and appending");
        }
        link.append(ready.events());
    }

    /** The events stand; their positions are what the tail says, or the outcome is not told. */
    private void learn(Ready ready, CompletableFuture<Long> position) {
        long began = System.nanoTime();
        BatchDecision decision = ready.written().decision();
        try {
            long first = position.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            long last = decision.accepted().getLast().lastPosition();
            if (first != ready.name().position() || !tail.awaitPosition(last)) {
                throw new TimeoutException("first event at " + first + " instead of " + ready.name().position());
            }
        } catch (InterruptedException | ExecutionException | TimeoutException failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            LOG.warn("The position of event {} was not learnt: {}", ready.name().eventId(), failure.toString());
            unknown(ready);
            return;
        }
        positionTime.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        ready.written().answer(metrics);
    }

    /** Axon Server refused all of it: somebody must be wrong, and alone. */
    private void takeBack(Ready ready, AxonServerLink.NotWritten refused, boolean exact) {
        try {
            prepared.rollback(ready.name());
        } catch (SQLException failure) {
            LOG.warn("What was prepared stays until it is settled: {}", failure.getMessage());
            nothingWritten(ready.batch(), failure);
            return;
        }
        List<Pending> batch = ready.batch();
        if (!refused.aSequenceIsTaken() && !refused.theEventIsToBlame()) {
            nothingWritten(batch, refused);
        } else if (refused.aSequenceIsTaken() && !exact) {
            write(batch, true);
        } else if (batch.size() > 1) {
            batch.forEach(one -> write(List.of(one), true));
        } else if (refused.aSequenceIsTaken()) {
            NewEvent event = batch.getFirst().append().events().getFirst();
            batch.getFirst().fail(new AppendFailure.Conflict(event.aggregateId(), event.sequence(),
                    lastSequence(event.aggregateId()) + 1));
        } else {
            LOG.error("An append was rejected by Axon Server", refused);
            batch.getFirst().fail(new AppendFailure.Rejected("Axon Server rejects it"));
        }
    }

    /** Before the append: nothing can have been written. One bad append must not fail its neighbours. */
    private void nothingWritten(List<Pending> batch, Exception failure) {
        boolean dataIsToBlame = !(failure instanceof DataAccessException)
                && !(failure instanceof AxonServerLink.NotWritten) && SqlFailures.isAboutData(failure);
        if (dataIsToBlame && batch.size() > 1) {
            batch.forEach(one -> write(List.of(one), false));
            return;
        }
        if (dataIsToBlame) {
            LOG.error("An append was rejected by the database", failure);
            batch.forEach(one -> one.fail(new AppendFailure.Rejected("the database rejects it")));
            return;
        }
        LOG.warn("The store is unavailable: {}", failure.getMessage());
        metrics.unavailable();
        batch.forEach(one -> one.fail(new AppendFailure.Unavailable("the store can't be reached")));
    }

    /** It may be written or not: looked up until it is certain, or the time is up. */
    private void resolve(Ready ready, Exception failure) {
        LOG.warn("The outcome of an append is being looked up: {}", failure.getMessage());
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(resolveMillis);
        do {
            try {
                switch (prepared.settle(ready.name())) {
                    case WRITTEN -> {
                        ready.written().answer(metrics);
                        return;
                    }
                    case NOT_WRITTEN -> {
                        ready.batch().forEach(one -> one.fail(new AppendFailure.Unavailable("the append failed")));
                        return;
                    }
                    case IN_DOUBT -> AppendQueue.pause();
                }
            } catch (SQLException | RuntimeException stillDown) {
                AppendQueue.pause();
            }
        } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
        unknown(ready);
    }

    private void unknown(Ready ready) {
        metrics.unknown(ready.written().decision().accepted().size());
        for (Pending one : ready.batch()) {
            one.fail(ready.written().decision().refused().containsKey(one)
                    ? new AppendFailure.Unavailable("the store can't be reached")
                    : new AppendFailure.OutcomeUnknown(one.append().events().getFirst().eventId()));
        }
    }
}
