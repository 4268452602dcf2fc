package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure of a batch means, and how it is left behind. */
final class SqlFailures {

    private static final Logger LOG = LoggerFactory.getLogger(SqlFailures.class);

    private SqlFailures() {}

    /** Whether a failure speaks of the statement and its values, not of the connection or the server: by SQLState. */
    static boolean isAboutData(Exception failure) {
        if (!(failure instanceof SQLException sql)) {
            return failure instanceof RuntimeException;
        }
        String state = sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")
                || state.startsWith("54") || state.startsWith("P0"));
    }

    /** Rolls back, which losing the connection does as well. */
    static void rollbackQuietly(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.debug("Rolled back by losing the connection", gone);
        }
    }
}
