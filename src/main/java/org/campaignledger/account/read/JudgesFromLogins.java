package org.campaignledger.account.read;

import java.util.List;

import org.campaignledger.platform.rules.JudgeDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Judges, as the rows say that are written with every change of an account. */
@Component
class JudgesFromLogins implements JudgeDirectory {

    private static final String JUDGES = """
        select username, scope from account_login where role = 'JUDGE' and scope is not null and not disabled
        order by username collate "C\"""";

    private final JdbcClient jdbc;

    JudgesFromLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Judge> judges() {
        return jdbc.sql(JUDGES).query((row, number) -> new Judge(row.getString(1), row.getString(2))).list();
    }
}
