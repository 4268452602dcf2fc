package org.campaignledger.platform.processing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The turn to rebuild a projection: of all instances on a database one has it, on a connection that is kept for it. It
 * ends with that connection at the latest, so that an instance that is killed holds up nobody.
 */
final class Turn implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);
    private static final int REBUILDS = 0x72656275;

    private final Connection connection;

    private Turn(Connection connection) {
        this.connection = connection;
    }

    /** Empty if another rebuild of this projection has it, here or at another instance. */
    static Optional<Turn> of(String projection, DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            boolean taken = false;
            try (PreparedStatement statement = connection.prepareStatement(
                    "select pg_try_advisory_lock(" + REBUILDS + ", hashtext(?))")) {
                statement.setString(1, projection);
                try (ResultSet row = statement.executeQuery()) {
                    taken = row.next() && row.getBoolean(1);
                }
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
            return taken ? Optional.of(new Turn(connection)) : Optional.empty();
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the turn to rebuild can't be taken", failure);
        }
    }

    /** Gives it up. */
    @Override
    public void close() {
        try (connection; PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
            statement.execute();
        } catch (SQLException gone) {
            LOG.debug("The turn went with its connection", gone);
        }
    }
}
