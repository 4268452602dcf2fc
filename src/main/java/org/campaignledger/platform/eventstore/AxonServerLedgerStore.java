package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.campaignledger.kernel.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The ledger's store on Axon Server: events in a context there; claims, answers, keys and side rows in PostgreSQL, to
 * stand or fall with them. A position is the event's place among the ledger's events in the context, which in a context
 * of its own is Axon Server's index plus one.
 */
public final class AxonServerLedgerStore implements LedgerStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerLedgerStore.class);
    private static final long SETTLE_EVERY_MILLIS = 3_000;

    private final DataSource readers;
    private final DataSource writers;
    private final AxonServerLink link;
    private final AxonServerTail tail;
    private final AxonServerReader reader;
    private final PreparedAppends prepared;
    private final AppendQueue queue;
    private final AxonServerSettings settings;
    private final ScheduledExecutorService settling = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon().name("ledger-settling").factory());

    /**
     * Starts following the context, and the writer. An Axon Server that can't be reached yet is waited for.
     *
     * @param channel where the context is reached
     * @param readers a pool for reading
     * @param writers connections for the writer alone
     * @throws IllegalStateException the database does not allow prepared transactions
     */
    public AxonServerLedgerStore(Supplier<EventChannel> channel, DataSource readers, DataSource writers,
            LedgerClock clock, MeterRegistry registry, AxonServerSettings settings) {
        this(channel, readers, writers, clock, registry, settings, AppendQueue.Settings.DEFAULT);
    }

    AxonServerLedgerStore(Supplier<EventChannel> channel, DataSource readers, DataSource writers, LedgerClock clock,
            MeterRegistry registry, AxonServerSettings settings, AppendQueue.Settings queueSettings) {
        mustBeAbleToPrepare(writers);
        this.readers = readers;
        this.writers = writers;
        this.settings = settings;
        this.link = new AxonServerLink(channel, settings.patience());
        AxonServerIndex index = new AxonServerIndex(writers);
        this.tail = new AxonServerTail(link, index, settings.patience());
        this.reader = new AxonServerReader(link, tail, index, settings.patience());
        this.prepared = new PreparedAppends(writers, settings.settleAfter(),
                position -> at(position).map(RecordedEvent::eventId).orElse(null));
        WriterMetrics metrics = new WriterMetrics(registry);
        AxonServerWriter writer = new AxonServerWriter(writers, link, tail, prepared, clock, settings,
                queueSettings.resolveMillis(), metrics, registry);
        this.queue = new AppendQueue(queueSettings, metrics, writer::writeTogether);
        Gauge.builder("ledger.appends.late", this, AxonServerLedgerStore::lateAppends)
                .description("Appends that Axon Server wrote after they had been given up: their claims are missing")
                .register(registry);
        settling.scheduleWithFixedDelay(this::settle, SETTLE_EVERY_MILLIS, SETTLE_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static void mustBeAbleToPrepare(DataSource writers) {
        try (Connection connection = writers.getConnection()) {
            PreparedAppends.mustBePossible(connection);
        } catch (SQLException gone) {
            LOG.warn("The database can't be reached yet: {}", gone.getMessage());
        }
    }

    /** What an instance that is gone has left is settled though nobody may be writing. */
    private void settle() {
        try {
            prepared.settleAll();
        } catch (SQLException | RuntimeException gone) {
            LOG.debug("Nothing can be settled just now", gone);
        }
    }

    @Override
    public AppendReceipt append(Append append) {
        append.mustBeWithinBounds();
        for (NewEvent event : append.events()) {
            // PostgreSQL can't hold it beside, and no engine takes what another refuses.
            if ((event.aggregateId() + event.aggregateType() + event.type()).indexOf('\0') >= 0) {
                throw new AppendFailure.Rejected("a NUL character in the name of an aggregate or an event");
            }
        }
        return queue.append(append);
    }

    /** Claims first: should only they be written, the next attempt finds them there and goes on. */
    @Override
    public void restore(List<KeptEvent> events) {
        PostgresLedgerStore.mustFollow(head(), events);
        try (Connection connection = writers.getConnection()) {
            connection.setAutoCommit(true);
            new RestoreSql(connection).claims(events);
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the archive's claims can't be written", failure);
        }
        link.append(events.stream().map(kept -> AxonServerForm.write(name(), kept.event())).toList());
        if (!tail.awaitPosition(events.getLast().event().position())) {
            throw new DataAccessResourceFailureException("the archive's events are not seen in Axon Server yet");
        }
    }

    @Override
    public long head() {
        tail.sync();
        return tail.head();
    }

    @Override
    public Optional<RecordedEvent> at(long position) {
        return position < 1 || position > known(position) ? Optional.empty() : Optional.of(reader.at(position));
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        if (positions.isEmpty()) {
            return List.of();
        }
        long head = known(positions.stream().mapToLong(Long::longValue).max().orElseThrow());
        return reader.at(positions.stream().filter(position -> position >= 1 && position <= head).toList());
    }

    /** The head as far as it matters: what is known to be reached needs no question. */
    private long known(long position) {
        long head = tail.head();
        return position <= head ? head : head();
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        long after = Math.max(0, position);
        long head = after < tail.head() ? tail.head() : head();
        if (after >= head || limit <= 0) {
            return List.of();
        }
        return tail.recentAfter(after, limit).orElseGet(() -> {
            List<RecordedEvent> read = new ArrayList<>();
            reader.read(after, Math.min(head, after + limit), read::add);
            return read;
        });
    }

    @Override
    public void stream(long after, long to, Consumer<RecordedEvent> consumer) {
        reader.read(Math.max(0, after), Math.min(to, head()), consumer);
    }

    @Override
    public List<RecordedEvent> readAggregate(String aggregateId, long fromSequence) {
        List<RecordedEvent> events = link.aggregate(AxonServerForm.aggregate(name(), aggregateId), fromSequence)
                .stream().map(AxonServerForm::read).toList();
        if (!events.isEmpty()) {
            prepared.awaitVisible(events.getLast().position(), settings.patience());
        }
        return events;
    }

    @Override
    public long lastSequence(String aggregateId) {
        long last = link.lastSequence(AxonServerForm.aggregate(name(), aggregateId));
        if (last >= 0) {
            prepared.awaitVisible(head(), settings.patience());
        }
        return last;
    }

    /**
     * Appends that Axon Server wrote after they had been given up, as far as this instance knows: those that came alone, and
     * events that it has seen at other positions than they were written for. What stands beside them is missing.
     */
    public long lateAppends() {
        return prepared.late() + tail.misplaced();
    }

    /** The ledger's own name among those that may have used the context: 8 hexadecimal digits. */
    public String name() {
        return tail.ledger();
    }

    @Override
    public Map<Claim, ClaimHolder> holdersOf(Collection<Claim> claims) {
        return Query.holdersOf(readers, claims);
    }

    @Override
    public Optional<IdempotentAnswer> answerFor(String scope) {
        return Query.answerFor(readers, scope);
    }

    /** Finishes what is waiting, then stops following and closes the writer's connections. */
    @Override
    public void close() {
        queue.close();
        settling.shutdownNow();
        tail.close();
        if (writers instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
