package org.campaignledger.account.read;

import java.util.List;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.OfficeHolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Office holders, as the rows say that are written with every change of an account. */
@Component
class OfficeHoldersFromLogins implements OfficeHolders {

    private static final String HOSTS = """
        select username, scope, unit from account_login where role = 'HOST' and scope = ? and not disabled
        order by username""";

    private final JdbcClient jdbc;

    OfficeHoldersFromLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Actor> hostsOf(String category) {
        return jdbc.sql(HOSTS).param(category).query((row, number) -> new Actor(row.getString(1), Role.HOST,
                row.getString(2), row.getString(3))).list();
    }
}
