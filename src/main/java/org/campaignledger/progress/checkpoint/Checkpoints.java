package org.campaignledger.progress.checkpoint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.processing.BulkInsert;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.balance.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The balances that are kept, and the events that go with them. */
@Component
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    static final String GENERATION = "progress_generation";
    static final String MARK = "progress_mark";
    static final String CHECKPOINT = "progress_checkpoint";
    static final String CAMPAIGN_EVENT = "progress_campaign_event";

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final EventCodec codec;
    private final TransactionTemplate snapshot;
    private final AtomicBoolean told = new AtomicBoolean();

    /** Checkpoints in this database. */
    public Checkpoints(JdbcClient jdbc, JdbcOperations bulk, EventCodec codec,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.codec = codec;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * A campaign's balance as far as it could be made from what is kept.
     *
     * @param upTo    the position that it reflects; at most what was asked for, and 0 if nothing was kept
     * @param balance the balance there
     */
    public record KeptBalance(long upTo, Balance balance) {}

    /**
     * The balance of a campaign at a position: from the mark before it and the journal of the next; where that is not
     * written yet, at the mark before.
     */
    public KeptBalance upTo(String campaign, long position) {
        return jdbc.sql("""
            select m.position, c.state, n.follows, n.postings from (select) one
            left join lateral (
                select position from progress_mark where position <= :position
                order by position desc limit 1) m on true
            left join lateral (
                select state from progress_checkpoint where campaign = :campaign and position <= m.position
                order by position desc limit 1) c on true
            left join lateral (
                select follows, postings from progress_mark where position > :position
                order by position limit 1) n on true""")
                .param("position", position).param("campaign", campaign)
                .query((row, number) -> kept(row, campaign, position)).optional().flatMap(kept -> kept)
                .orElseGet(() -> new KeptBalance(0, new Balance()));
    }

    private Optional<KeptBalance> kept(ResultSet row, String campaign, long position) throws SQLException {
        long mark = row.getLong("position"); // 0 before the first
        byte[] state = row.getBytes("state");
        byte[] postings = row.getBytes("postings");
        boolean reachesOn = postings != null && row.getLong("follows") == mark;
        try {
            Balance balance = state == null ? new Balance() : Balance.of(state);
            if (postings != null && reachesOn) {
                Journal.replay(postings, campaign, position, balance);
            }
            return Optional.of(new KeptBalance(reachesOn ? position : mark, balance));
        } catch (IllegalArgumentException another) {
            return unreadable(another);
        }
    }

    /** Written by another version of the product: as if it were not there, until the projection is rebuilt. */
    private <T> Optional<T> unreadable(IllegalArgumentException why) {
        if (told.compareAndSet(false, true)) {
            LOG.warn("Checkpoints of progress can't be read ({}); until the projection \"progress\" is rebuilt, figures"
                    + " of the past are folded from the beginning", why.getMessage());
        }
        return Optional.empty();
    }

    /** The run of the fold from which the live rows come; it changes when they are made anew. */
    public Instant generation() {
        return generation(Tables.LIVE).orElse(Instant.EPOCH);
    }

    Optional<Instant> generation(Tables tables) {
        return jdbc.sql("select begun_at from " + tables.of(GENERATION)).query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant);
    }

    /** Where all campaigns stood at the newest mark of the live rows, in one snapshot. */
    public Standing newest() {
        return snapshot.execute(status -> newestUpTo(Long.MAX_VALUE, Tables.LIVE));
    }

    /** Where all campaigns stood at the last mark at or before a position; at the beginning if there is none. */
    Standing newestUpTo(long position, Tables tables) {
        Instant generation = generation(tables).orElse(Instant.EPOCH);
        return newestMark(position, tables).flatMap(mark -> at(mark, generation, tables))
                .orElseGet(() -> new Standing(0, Instant.EPOCH, Map.of(), List.of(), generation));
    }

    private Optional<Standing> at(Place mark, Instant generation, Tables tables) {
        try {
            return Optional.of(new Standing(mark.position(), mark.recordedAt(), balances(mark.position(), tables),
                    campaignEvents(mark.position(), tables), generation));
        } catch (IllegalArgumentException another) {
            return unreadable(another);
        }
    }

    /** A position and when it was recorded. */
    record Place(long position, Instant recordedAt) {}

    Optional<Place> newestMark(long upTo, Tables tables) {
        return jdbc.sql("select position, recorded_at from " + tables.of(MARK)
                + " where position <= ? order by position desc limit 1").param(upTo)
                .query((row, number) -> new Place(row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Map<String, Balance> balances(long position, Tables tables) {
        Map<String, Balance> balances = new HashMap<>();
        jdbc.sql("select distinct on (campaign) campaign, state from " + tables.of(CHECKPOINT)
                + " where position <= ? order by campaign, position desc").param(position)
                .query((row, number) -> balances.put(row.getString("campaign"), Balance.of(row.getBytes("state"))))
                .list();
        return balances;
    }

    private List<KeptEvent> campaignEvents(long position, Tables tables) {
        return jdbc.sql("select position, type, revision, payload from " + tables.of(CAMPAIGN_EVENT)
                + " where position <= ? order by position").param(position)
                .query((row, number) -> new KeptEvent(row.getLong("position"), (CampaignEvent) codec.decodePayload(
                        row.getString("type"), row.getInt("revision"), row.getBytes("payload"))))
                .list();
    }

    /** Holds off every other writer of these rows until the transaction ends; answers their generation. */
    Instant lock(Tables tables) {
        jdbc.sql("insert into " + tables.of(GENERATION) + " default values on conflict do nothing").update();
        return jdbc.sql("select begun_at from " + tables.of(GENERATION) + " for update").query(OffsetDateTime.class)
                .single().toInstant();
    }

    /** Drops what was kept at or after a position and begins a new generation. */
    void dropFrom(long position, Tables tables) {
        for (String table : List.of(MARK, CHECKPOINT, CAMPAIGN_EVENT)) {
            jdbc.sql("delete from " + tables.of(table) + " where position >= ?").param(position).update();
        }
        jdbc.sql("update " + tables.of(GENERATION) + " set begun_at = clock_timestamp()").update();
    }

    void keep(MarkingFold.Kept kept, Tables tables) {
        BulkInsert.<Checkpoint>into(tables.of(CHECKPOINT)).column("campaign", "text", Checkpoint::campaign)
                .column("position", "bigint", Checkpoint::position).column("state", "bytea", Checkpoint::state)
                .onConflict("on conflict (campaign, position) do update set state = excluded.state")
                .run(bulk, kept.checkpoints());
        BulkInsert.<KeptEvent>into(tables.of(CAMPAIGN_EVENT)).column("position", "bigint", KeptEvent::position)
                .column("type", "text", one -> codec.typeOf(one.event()))
                .column("revision", "smallint", one -> (short) codec.revisionOf(one.event()))
                .column("payload", "bytea", one -> codec.encode(one.event()))
                .onConflict("on conflict (position) do nothing").run(bulk, kept.campaignEvents());
        BulkInsert.<Mark>into(tables.of(MARK)).column("position", "bigint", Mark::position)
                .column("follows", "bigint", Mark::follows).column("postings", "bytea", Mark::postings)
                .column("recorded_at", "timestamptz", mark -> mark.recordedAt().atOffset(ZoneOffset.UTC))
                .onConflict("on conflict (position) do nothing").run(bulk, kept.marks());
    }
}
