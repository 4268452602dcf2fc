package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows that must stand or fall with an append. Rare: each costs statements of its own within the batch. */
@FunctionalInterface
public interface SideWrite {

    /**
     * Writes the rows.
     *
     * @param connection   the writer's, inside its transaction; neither committed nor closed here
     * @param lastPosition the last position of the append
     * @throws SQLException fails this append alone: the batch goes on without it
     */
    void write(Connection connection, long lastPosition) throws SQLException;
}
