package org.campaignledger.account.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.Login;
import org.campaignledger.platform.web.security.PasswordHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as the door asks for them. */
@Component
class AccountLogins implements Accounts {

    private static final String FIND = """
        select username, role, scope, unit, password_hash, disabled, second_factor, position
        from account_login where username = ?""";

    private final JdbcClient jdbc;

    AccountLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Login> find(String username) {
        if (username.indexOf('\0') >= 0) {
            return Optional.empty(); // PostgreSQL refuses the character; a name that holds it is nobody's
        }
        return jdbc.sql(FIND).param(username).query((row, number) -> login(row)).optional();
    }

    private static Login login(ResultSet row) throws SQLException {
        Actor actor = new Actor(row.getString("username"), Role.valueOf(row.getString("role")),
                row.getString("scope"), row.getString("unit"));
        return new Login(actor, new PasswordHash(row.getString("password_hash")), row.getBoolean("disabled"),
                row.getBoolean("second_factor"), row.getLong("position"));
    }
}
