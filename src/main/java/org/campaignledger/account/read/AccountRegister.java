package org.campaignledger.account.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.campaignledger.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts, by name. */
@Component
class AccountRegister {

    private static final String SELECT = """
        select username, role, scope, unit, disabled, second_factor, made_by, password_set_by, opened_at from account_login
        """;
    private static final String PAGE = SELECT + """
        where (:role::text is null or role = :role)
          and (:text::text is null or username ilike :text or scope ilike :text or unit ilike :text)
          and (:after::text is null or username collate "C" > :after)
        order by username collate "C" limit :limit""";

    private final JdbcClient jdbc;

    AccountRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Accounts after a name, in the order of names. */
    List<AccountView> page(@Nullable Role role, @Nullable String text, @Nullable String after, int limit) {
        return jdbc.sql(PAGE)
                .param("role", role == null ? null : role.name())
                .param("text", text == null || text.isBlank() ? null : "%" + escaped(text.strip()) + "%")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> view(row)).list();
    }

    /** One account. */
    Optional<AccountView> one(String username) {
        return jdbc.sql(SELECT + "where username = :username").param("username", username)
                .query((row, number) -> view(row)).optional();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static AccountView view(ResultSet row) throws SQLException {
        return new AccountView(row.getString("username"), Role.valueOf(row.getString("role")), row.getString("scope"),
                row.getString("unit"), row.getBoolean("disabled"), row.getBoolean("second_factor"),
                row.getString("made_by"), row.getString("password_set_by"), row.getObject("opened_at",
                        OffsetDateTime.class).toInstant());
    }
}
