package org.campaignledger.platform.personaldata;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the keys of persons under another master key. No event is touched: these hold what the persons' own keys have
 * encrypted, and those stay the same inside. Batch by batch, each in a transaction; whoever comes after a crash begins
 * again and passes over what is done, since a wrapped key opens with one master key only. That it was begun is noted
 * first, so that no start with one of the two keys alone finds people whom it can't read; the fingerprint, by which the
 * start knows the ledger's master key, is replaced last and together with the last rows.
 */
final class MasterKeyRotation {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyRotation.class);

    /** Names the fingerprint of the key that the ledger is going to be under, from the first changed row to the last. */
    static final String BEGUN = "master-next";

    /** Identifies the lock among advisory locks: "rotate" in ASCII. */
    private static final long LOCK = 0x726f74617465L;
    private static final long POLL_NANOS = 100_000_000;
    private static final String NEXT = """
        select subject, wrapped from person_key where subject > ? order by subject limit ? for update""";

    private final DataSource dataSource;
    private final MasterKey master;
    private final MasterKey previous;
    private final int batch;

    /**
     * From one master key to another.
     *
     * @param batch rows in a transaction
     */
    MasterKeyRotation(DataSource dataSource, MasterKey master, MasterKey previous, int batch) {
        this.dataSource = dataSource;
        this.master = master;
        this.previous = previous;
        this.batch = batch;
    }

    /** A batch that was looked through: the last subject in it, absent behind the end. */
    record Done(@Nullable String last, int rewrapped, int unreadable) {}

    /**
     * Does it, unless the ledger was begun with neither key: that is for the start to refuse. Of several instances that
     * start at once the first does it, the others wait and find it done.
     */
    void run() {
        try (Connection connection = dataSource.getConnection()) {
            awaitTurn(connection);
            try {
                if (isBetweenOurs(connection)) {
                    rotate(connection);
                }
            } finally {
                connection.setAutoCommit(true);
                execute(connection, "select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the keys of persons could not be put under the new master key; what is"
                    + " done stays done, start again", failure);
        }
    }

    private static void awaitTurn(Connection connection) throws SQLException {
        try (PreparedStatement tryLock = connection.prepareStatement("select pg_try_advisory_lock(" + LOCK + ")")) {
            while (!isTrue(tryLock)) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private static boolean isTrue(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Whether the ledger stands under one of the two keys, and is on its way to none other. */
    private boolean isBetweenOurs(Connection connection) throws SQLException {
        byte[] standing = fingerprint(connection, "master");
        byte[] next = fingerprint(connection, BEGUN);
        return standing != null && isOurs(standing) && (next == null || isOurs(next));
    }

    private boolean isOurs(byte[] fingerprint) {
        return master.hasFingerprint(fingerprint) || previous.hasFingerprint(fingerprint);
    }

    private static byte @Nullable [] fingerprint(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("select fingerprint from key_fingerprint where name = ?")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    private void rotate(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        int rewrapped = 0;
        try {
            begin(connection);
            for (Done done = next(connection, ""); done.last() != null; done = next(connection, done.last())) {
                connection.commit();
                rewrapped += done.rewrapped();
            }
            rewrapped += finish(connection);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            connection.rollback();
            throw failure;
        }
        LOG.info("{} keys of persons were put under the new master key; the previous one is not needed any more",
                rewrapped);
    }

    /** Notes where the ledger is going; committed before any row is changed. */
    void begin(Connection connection) throws SQLException {
        try (PreparedStatement note = connection.prepareStatement("""
            insert into key_fingerprint (name, fingerprint) values (?, ?)
            on conflict (name) do update set fingerprint = excluded.fingerprint""")) {
            note.setString(1, BEGUN);
            note.setBytes(2, master.fingerprint());
            note.executeUpdate();
        }
        connection.commit();
    }

    /** What was written meanwhile is looked through as well, while nobody can write more. */
    private int finish(Connection connection) throws SQLException {
        execute(connection, "set local lock_timeout = '10s'");
        execute(connection, "lock table person_key in share row exclusive mode");
        int rewrapped = 0;
        int unreadable = 0;
        for (Done done = next(connection, ""); done.last() != null; done = next(connection, done.last())) {
            rewrapped += done.rewrapped();
            unreadable += done.unreadable();
        }
        if (unreadable > 0) {
            LOG.error("{} keys of persons open with neither master key; they are left as they are", unreadable);
        }
        try (PreparedStatement update = connection.prepareStatement(
                "update key_fingerprint set fingerprint = ? where name = 'master'")) {
            update.setBytes(1, master.fingerprint());
            update.executeUpdate();
        }
        execute(connection, "delete from key_fingerprint where name = '" + BEGUN + "'");
        return rewrapped;
    }

    /** The rows behind this subject, re-wrapped where they are still under the previous key; not committed. */
    Done next(Connection connection, String after) throws SQLException {
        List<String> subjects = new ArrayList<>();
        List<byte[]> wrapped = new ArrayList<>();
        String last = null;
        int unreadable = 0;
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, after);
            statement.setInt(2, batch);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getString(1);
                    byte[] before = rows.getBytes(2);
                    if (opens(master, last, before) == null) {
                        byte[] key = opens(previous, last, before);
                        if (key == null) {
                            unreadable++;
                        } else {
                            subjects.add(last);
                            wrapped.add(master.wrap(last, key));
                        }
                    }
                }
            }
        }
        write(connection, subjects, wrapped);
        return new Done(last, subjects.size(), unreadable);
    }

    private static byte @Nullable [] opens(MasterKey key, String subject, byte[] wrapped) {
        try {
            return key.unwrap(subject, wrapped);
        } catch (GeneralSecurityException byAnotherOne) {
            return null;
        }
    }

    private static void write(Connection connection, List<String> subjects, List<byte[]> wrapped)
            throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("""
            update person_key set wrapped = x.w from unnest(?::text[], ?::bytea[]) as x(s, w)
            where person_key.subject = x.s""")) {
            update.setArray(1, connection.createArrayOf("text", subjects.toArray(String[]::new)));
            update.setArray(2, connection.createArrayOf("bytea", wrapped.toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
