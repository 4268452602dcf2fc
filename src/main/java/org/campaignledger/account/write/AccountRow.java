package org.campaignledger.account.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.campaignledger.account.events.AccountDisabled;
import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.platform.eventstore.SideWrite;
import org.campaignledger.platform.web.security.PasswordHash;
import org.jspecify.annotations.Nullable;

/** Changes of the row by which an account signs in, each made in the append of its event. */
final class AccountRow {

    private static final String OPEN = """
        insert into account_login (position, username, role, scope, unit, password_hash, made_by, password_set_by)
        values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SET_PASSWORD = """
        update account_login set position = ?, password_hash = ?, password_set_by = ? where username = ?""";
    private static final String DISABLE = "update account_login set position = ?, disabled = true where username = ?";

    static final String BIND = """
        insert into account_subject (username, issuer, subject) values (?, ?, decode(?, 'hex'))""";

    private AccountRow() {}

    /** By which an issuer's subject is known from now on. */
    static SideWrite bound(AccountOpened event, String issuer, String subject) {
        return (connection, position) -> {
            try (PreparedStatement statement = connection.prepareStatement(BIND)) {
                statement.setString(1, event.username());
                statement.setString(2, issuer);
                statement.setString(3, subject);
                statement.executeUpdate();
            }
        };
    }

    static SideWrite opened(AccountOpened event, PasswordHash password) {
        return writing(OPEN, event.username(), event.role().name(), event.scope(), event.unit(), password.encoded(),
                event.madeBy(), event.madeBy());
    }

    static SideWrite passwordSet(PasswordSet event, PasswordHash password) {
        return writing(SET_PASSWORD, password.encoded(), event.setBy(), event.username());
    }

    static SideWrite disabled(AccountDisabled event) {
        return writing(DISABLE, event.username());
    }

    /** The position comes first; it is the row's version, by which the door knows that something has changed. */
    private static SideWrite writing(String sql, @Nullable String... values) {
        return (connection, position) -> write(connection, sql, position, values);
    }

    private static void write(Connection connection, String sql, long position, @Nullable String[] values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, position);
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 2, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("an account without its row", "P0001");
            }
        }
    }
}
