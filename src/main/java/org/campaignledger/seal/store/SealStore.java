package org.campaignledger.seal.store;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.seal.tree.Edge;
import org.campaignledger.seal.tree.Tile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the log. Full tiles never change and are remembered. */
@Component
public class SealStore {

    private static final Logger LOG = LoggerFactory.getLogger(SealStore.class);

    private static final int REMEMBERED = 1_024;

    private final JdbcClient jdbc;
    private final JdbcOperations bulk;
    private final Map<Tile, byte[]> full = new LinkedHashMap<>(64, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The log's rows in this database. */
    public SealStore(JdbcClient jdbc, JdbcOperations bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /**
     * How far the log has come.
     *
     * @param size its number of entries: positions up to this one are sealed
     * @param root its root
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    public record Sealed(long size, byte[] root) {}

    /** How far the log has come. */
    public Sealed sealed() {
        return sealed("");
    }

    /** The same, and nobody else seals until the caller's transaction ends. */
    public Sealed sealedLocked() {
        // Events are read and hashed meanwhile, on another connection.
        jdbc.sql("set local idle_in_transaction_session_timeout = '2min'").update();
        return sealed(" for update");
    }

    private Sealed sealed(String locking) {
        return jdbc.sql("select size, root from seal_log" + locking)
                .query((row, n) -> new Sealed(row.getLong(1), row.getBytes(2))).single();
    }

    /**
     * The hashes of a tile as far as it goes.
     *
     * @throws EmptyResultDataAccessException there is no such tile
     */
    public byte[] hashes(Tile tile) {
        byte[] known;
        synchronized (full) {
            known = full.get(tile);
        }
        if (known != null) {
            return known;
        }
        byte[] read = stored(tile);
        if (read.length == Tile.WIDTH * 32) {
            synchronized (full) {
                full.put(tile, read);
            }
        }
        return read;
    }

    /** The hashes of a tile as they stand in the database at this moment, whatever is remembered. */
    public byte[] stored(Tile tile) {
        return jdbc.sql("select hashes from seal_tile where level = ? and n = ?").params(tile.level(), tile.index())
                .query((row, n) -> row.getBytes(1)).single();
    }

    /** Keeps a grown tree and the hour's checkpoint, in the caller's transaction. */
    public void keep(Edge edge, byte[] root, String note) {
        keep(edge, root);
        jdbc.sql("""
            delete from seal_checkpoint where why = 'hour' and published_at >= date_trunc('hour', clock_timestamp())""")
                .update();
        jdbc.sql("insert into seal_checkpoint (size, note, why) values (?, ?, 'hour') on conflict do nothing")
                .params(edge.size(), note).update();
    }

    /** Keeps a checkpoint of before, and why. */
    public void keepCheckpoint(long size, String note, String why) {
        jdbc.sql("""
            insert into seal_checkpoint (size, note, why, published_at) values (?, ?, ?, 'epoch')
            on conflict (size) do update set note = excluded.note, why = excluded.why""")
                .params(size, note, why).update();
    }

    /** Keeps a grown tree, in the caller's transaction: its tiles, its size and root. */
    public void keep(Edge edge, byte[] root) {
        List<Map.Entry<Tile, byte[]>> changed = List.copyOf(edge.changed().entrySet());
        bulk.batchUpdate("""
            insert into seal_tile (level, n, hashes) values (?, ?, ?)
            on conflict (level, n) do update set hashes = excluded.hashes""", new BatchPreparedStatementSetter() {

            @Override
            public void setValues(java.sql.PreparedStatement statement, int i) throws java.sql.SQLException {
                statement.setInt(1, changed.get(i).getKey().level());
                statement.setLong(2, changed.get(i).getKey().index());
                statement.setBytes(3, changed.get(i).getValue());
            }

            @Override
            public int getBatchSize() {
                return changed.size();
            }
        });
        jdbc.sql("update seal_log set size = ?, root = ?, sealed_at = clock_timestamp()").params(edge.size(), root)
                .update();
    }

    /** The checkpoints that are kept, ascending by size. */
    public List<String> keptCheckpoints(long upTo) {
        return jdbc.sql("select note from seal_checkpoint where size <= ? order by size").param(upTo)
                .query(String.class).list();
    }

    /** The vkey of the key that was brought in last; empty before the first. */
    public Optional<String> newestKey() {
        return jdbc.sql("select vkey from seal_key order by ordinal desc limit 1").query(String.class).optional();
    }

    /** The database's clock, by which alarms are dated. */
    public OffsetDateTime now() {
        return jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
    }

    /** The first place where the ledger differs from what was sealed; empty if it does not. */
    public Optional<Alarm> alarm() {
        return jdbc.sql("select position, kind from seal_alarm where gone_at is null order by position limit 1")
                .query((row, n) -> new Alarm(row.getLong(1), row.getString(2))).optional();
    }

    /** Raises the alarm, and says so in the log if it was not ringing yet. Answers whether it was not. */
    public boolean raise(Alarm alarm) {
        boolean isNew = jdbc.sql("""
            insert into seal_alarm (position, kind) values (?, ?)
            on conflict (position, kind) where gone_at is null do nothing""")
                .params(alarm.position(), alarm.kind()).update() > 0;
        if (isNew) {
            LOG.error("The ledger is not what was sealed: from position {} on ({})", alarm.position(), alarm.kind());
        }
        return isNew;
    }

    /**
     * Tells that the whole ledger is as it was sealed, as seen by a round that began then and went so far. What was
     * found during the round, or beyond it, rings on. Answers whether an alarm has ended.
     */
    public boolean allIsWell(OffsetDateTime began, long size) {
        return jdbc.sql("""
            update seal_alarm set gone_at = clock_timestamp()
            where gone_at is null and found_at < ? and position <= ?""").params(began, size).update() > 0;
    }

    /**
     * A difference between the ledger and what was sealed.
     *
     * @param position the first position at which they differ
     * @param kind     {@code changed}, {@code missing} or {@code tree} (docs/sealed-log.md)
     */
    public record Alarm(long position, String kind) {}
}
