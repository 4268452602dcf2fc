package org.campaignledger.progress;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.mobilization.events.MobilizationEvent;
import org.campaignledger.outreach.events.OutreachEvent;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.NewEvent;
import org.campaignledger.platform.eventstore.PostgresLedgerStore;
import org.campaignledger.platform.messaging.LedgerMessages;
import org.campaignledger.platform.messaging.LedgerTail;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.progress.checkpoint.Checkpoints;
import org.campaignledger.progress.checkpoint.LedgerFold;
import org.campaignledger.progress.checkpoint.ProgressProjection;
import org.campaignledger.propagandist.events.PropagandistEvent;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger in a database of its own, and what progress is made with. */
public final class TestLedger implements AutoCloseable {

    private static final int APPEND = 200;

    /** What the ledger's clock shows. */
    public volatile Instant now = Instant.parse("2019-07-31T04:00:00Z");

    public final HikariDataSource dataSource;
    public final JdbcClient jdbc;
    public final JdbcTemplate template;
    public final JdbcTransactionManager transactions;
    public final TransactionTemplate transaction;
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final EventCodec codec = new EventCodec(List.of(EventTypes.of(CampaignEvent.class),
            EventTypes.of(MobilizationEvent.class), EventTypes.of(PropagandistEvent.class),
            EventTypes.of(OutreachEvent.class), EventTypes.of(TestEvent.class)));
    public final PostgresLedgerStore store;
    public final LedgerTail tail;

    /** A fresh and empty ledger. */
    public TestLedger() {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        dataSource = pool(database, 8);
        Flyway.configure().dataSource(dataSource).load().migrate();
        jdbc = JdbcClient.create(dataSource);
        template = new JdbcTemplate(dataSource);
        transactions = new JdbcTransactionManager(dataSource);
        transaction = new TransactionTemplate(transactions);
        store = new PostgresLedgerStore(dataSource, pool(database, 2), () -> now, registry);
        tail = tail(store);
    }

    /** The growing end of this ledger, read through this store. */
    public LedgerTail tail(LedgerStore through) {
        LedgerTail following = new LedgerTail(through, new LedgerMessages(codec), 20);
        following.start();
        return following;
    }

    private static HikariDataSource pool(TestPostgres.Database database, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }

    /** Writes events, each of an aggregate of its own. */
    public void write(List<? extends LedgerEvent> all) {
        for (int from = 0; from < all.size(); from += APPEND) {
            List<NewEvent> some = new ArrayList<>();
            all.subList(from, Math.min(all.size(), from + APPEND)).forEach(event -> some.add(newEvent(event)));
            store.append(Append.of(some));
        }
    }

    /** Writes events. */
    public void write(LedgerEvent... all) {
        write(List.of(all));
    }

    private NewEvent newEvent(LedgerEvent event) {
        UUID id = UUID.randomUUID();
        return new NewEvent(id, "Test", id.toString(), 0, codec.typeOf(event), codec.revisionOf(event),
                codec.encode(event), METADATA, List.of(), event.reference().recordId(), "");
    }

    private static final byte[] METADATA = ("{\"account\":\"reporter-fj\",\"campaignVersion\":\"4\","
            + "\"correlationId\":\"0b0f3a52-8c0a-4c37-8a37-0f6dc2a1b1d5\",\"role\":\"REPORTER\",\"scope\":\"FJ\"}")
            .getBytes(StandardCharsets.UTF_8);

    /** The entries with {@code after < position <= to}. */
    public List<LedgerEntry> entries(long after, long to) {
        List<LedgerEntry> entries = new ArrayList<>();
        store.stream(after, to, recorded -> entries.add(codec.decode(recorded)));
        return entries;
    }

    /** The checkpoints of this ledger, as an instance just started sees them. */
    public Checkpoints checkpoints() {
        return new Checkpoints(jdbc, template, codec, transactions);
    }

    /** A fold over this ledger. */
    public LedgerFold fold() {
        return new LedgerFold(store, codec, registry);
    }

    /** The projection, as an instance just started has it. */
    public ProgressProjection projection() {
        return new ProgressProjection(checkpoints(), fold(), new ProjectionPositions(jdbc, store, tail));
    }

    @Override
    public void close() {
        tail.stop();
        store.close();
        dataSource.close();
    }
}
