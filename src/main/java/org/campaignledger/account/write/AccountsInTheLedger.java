package org.campaignledger.account.write;

import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks accounts up where they are written. */
@Component
class AccountsInTheLedger implements AccountLookup {

    /** One statement, hence one snapshot: an admin found enabled stood at the sequence found with it. */
    private static final String ENABLED_ADMINS = """
        select username, (select max(sequence) from ledger_event where aggregate_id = 'account:' || username)
        from account_login where role = 'ADMIN' and not disabled order by username""";

    private final JdbcClient jdbc;
    private final LedgerStore store;

    AccountsInTheLedger(JdbcClient jdbc, LedgerStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public List<AdminAccount> enabledAdmins() {
        return jdbc.sql(ENABLED_ADMINS).query((row, number) -> new AdminAccount(row.getString(1), row.getLong(2)))
                .list();
    }

    @Override
    public Refused nameTaken(String username) {
        return store.holderOf(new Claim("username", username))
                .map(holder -> Refused.duplicate("username",
                        new Refused.Existing(holder.recordId(), holder.position(), null)))
                .orElseGet(() -> Refused.conflict("duplicate-record", null));
    }
}
