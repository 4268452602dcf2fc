package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * What is written beside the events, in PostgreSQL's prepared transactions: durable before the events are appended,
 * seen by nobody until it is known that they were, and holding the writers' lock so long, whatever becomes of the
 * instance. Each is named by its first event and that event's position, so that anybody can find out its fate.
 */
final class PreparedAppends {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedAppends.class);
    private static final String PREFIX = "ledger-append/";
    private static final String UNDEFINED_OBJECT = "42704";
    private static final String FIND = "select gid, extract(epoch from clock_timestamp() - prepared) * 1000"
            + " from pg_prepared_xacts where database = current_database() and gid like '" + PREFIX + "%'";

    private final DataSource dataSource;
    private final Duration settleAfter;
    private final LongFunction<@Nullable UUID> eventAt;
    private final AtomicLong visible = new AtomicLong();
    private final GivenUpAppends givenUp;

    /** What has become of an append. */
    enum Fate {
        WRITTEN, NOT_WRITTEN, IN_DOUBT
    }

    /**
     * The name of a prepared transaction.
     *
     * @param position where its first event stands, if it was written
     * @param eventId  that event's id
     */
    record Name(long position, UUID eventId) {

        private String gid() {
            return PREFIX + position + "/" + eventId;
        }

        private static Name of(String gid) {
            String[] parts = gid.substring(PREFIX.length()).split("/");
            return new Name(Long.parseLong(parts[0]), UUID.fromString(parts[1]));
        }
    }

    private record Found(Name name, long ageMillis) {}

    /**
     * Prepared transactions of this database.
     *
     * @param settleAfter how old one must be before the absence of its event is final
     * @param eventAt     the id of the event that stands at a position now, null if there is none
     */
    PreparedAppends(DataSource dataSource, Duration settleAfter, LongFunction<@Nullable UUID> eventAt) {
        this.dataSource = dataSource;
        this.settleAfter = settleAfter;
        this.eventAt = eventAt;
        this.givenUp = new GivenUpAppends(dataSource);
    }

    /**
     * Checks that the server can do it.
     *
     * @throws IllegalStateException it can't as it is set
     */
    static void mustBePossible(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show max_prepared_transactions")) {
            if (row.next() && row.getInt(1) == 0) {
                throw new IllegalStateException("With ledger.event-store=axon-server, PostgreSQL needs"
                        + " max_prepared_transactions of 16 or more; it is 0. See docs/axon-server.md");
            }
        }
    }

    /** Prepares the connection's transaction, which is over for the connection then. */
    static void prepare(Connection connection, Name name) throws SQLException {
        execute(connection, "prepare transaction '" + name.gid() + "'");
    }

    /** Makes visible what was prepared; it is written even if somebody else has done so. */
    Fate commit(Name name) throws SQLException {
        Fate fate = finish("commit prepared", name) ? Fate.WRITTEN : fateOfGone(name);
        if (fate == Fate.WRITTEN) {
            visible.accumulateAndGet(name.position(), Math::max);
        }
        return fate;
    }

    /**
     * Waits until what stands beside the events up to a position can be seen, as it is where both are written at once:
     * whoever finds an event finds its claims, too.
     *
     * @throws DataAccessResourceFailureException it was not in time
     */
    void awaitVisible(long position, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (visible.get() < position) {
                if (find().stream().noneMatch(found -> found.name().position() <= position)) {
                    visible.accumulateAndGet(position, Math::max);
                } else if (System.nanoTime() > deadline) {
                    throw new DataAccessResourceFailureException("an append is in doubt");
                } else {
                    Thread.sleep(2);
                }
            }
        } catch (SQLException gone) {
            throw new DataAccessResourceFailureException("the ledger can't be read", gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while an append is in doubt", interrupted);
        }
    }

    /** Takes back what was prepared. */
    void rollback(Name name) throws SQLException {
        finish("rollback prepared", name);
    }

    /** Whoever else has settled it has looked the event up. */
    private Fate fateOfGone(Name name) {
        if (name.eventId().equals(eventAt.apply(name.position()))) {
            return Fate.WRITTEN;
        }
        LOG.error("What stands beside event {} was taken back, since the event had not come to the ledger in time",
                name.eventId());
        return Fate.IN_DOUBT;
    }

    private boolean finish(String how, Name name) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            execute(connection, how + " '" + name.gid() + "'");
            return true;
        } catch (SQLException failure) {
            if (UNDEFINED_OBJECT.equals(failure.getSQLState())) {
                return false;
            }
            throw failure;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Finds out what has become of an append, and settles it accordingly.
     *
     * @throws org.springframework.dao.DataAccessException it can't be looked up now
     */
    Fate settle(Name name) throws SQLException {
        for (Found found : find()) {
            if (found.name().equals(name)) {
                return settle(found);
            }
        }
        return name.eventId().equals(eventAt.apply(name.position())) ? Fate.WRITTEN : Fate.NOT_WRITTEN;
    }

    /** Settles what has been left by whomever, as far as that is certain, and looks for what came too late. */
    void settleAll() throws SQLException {
        for (Found found : find()) {
            settle(found);
        }
        givenUp.look(eventAt);
    }

    /** How many appends have come to the ledger after what stands beside them had been taken back. */
    long late() {
        return givenUp.late();
    }

    private Fate settle(Found found) throws SQLException {
        Name name = found.name();
        if (name.eventId().equals(eventAt.apply(name.position()))) {
            if (finish("commit prepared", name)) {
                givenUp.wasWritten(name);
            } // else somebody settled it meanwhile; what they noted of it stands
            return Fate.WRITTEN;
        }
        if (found.ageMillis() < settleAfter.toMillis()) {
            return Fate.IN_DOUBT;
        }
        LOG.warn("The append of event {} was not written; what stood beside it is taken back", name.eventId());
        givenUp.note(name);
        if (finish("rollback prepared", name) || !name.eventId().equals(eventAt.apply(name.position()))) {
            return Fate.NOT_WRITTEN;
        }
        // Somebody else found it a moment later, and there it was.
        givenUp.wasWritten(name);
        return Fate.WRITTEN;
    }

    private List<Found> find() throws SQLException {
        List<Found> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Found(Name.of(rows.getString(1)), rows.getLong(2)));
            }
        }
        return found;
    }
}
