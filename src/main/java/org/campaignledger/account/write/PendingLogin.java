package org.campaignledger.account.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.platform.eventstore.SideWrite;

/** The password of an account that waits for four eyes: kept with the request, gone with the decision. */
final class PendingLogin {

    private static final String KEEP = "insert into pending_login (correction, password_hash) values (?, ?)";

    /** After a restore the hash is gone: then the account has one that nobody knows until an ADMIN sets another. */
    private static final String OPEN = """
        insert into account_login (username, role, password_hash, made_by, password_set_by, position)
        select ?, ?, coalesce((select password_hash from pending_login where correction = ?), '{lost}'), ?, ?, ?""";
    private static final String DROP = "delete from pending_login where correction = ?";

    private PendingLogin() {}

    static SideWrite kept(String correction, String hash) {
        return (connection, position) -> run(connection, KEEP, correction, hash);
    }

    static SideWrite opened(String correction, AccountOpened event) {
        return (connection, position) -> {
            try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
                statement.setString(1, event.username());
                statement.setString(2, event.role().name());
                statement.setString(3, correction);
                statement.setString(4, event.madeBy());
                statement.setString(5, event.madeBy());
                statement.setLong(6, position);
                statement.executeUpdate();
            }
            run(connection, DROP, correction);
        };
    }

    static SideWrite dropped(String correction) {
        return (connection, position) -> run(connection, DROP, correction);
    }

    private static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
