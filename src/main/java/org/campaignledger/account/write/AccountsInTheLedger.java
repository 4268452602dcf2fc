package org.campaignledger.account.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks accounts up where they are written. */
@Component
class AccountsInTheLedger implements AccountLookup {

    private static final String ENABLED_ADMINS = """
        select username from account_login where role = 'ADMIN' and not disabled order by username""";

    private final JdbcClient jdbc;
    private final LedgerStore store;

    AccountsInTheLedger(JdbcClient jdbc, LedgerStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Sequences first, then who is enabled: whoever is disabled in between is either not found enabled any more, or
     * has moved on from the sequence that is relied upon.
     */
    @Override
    public List<AdminAccount> enabledAdmins() {
        Map<String, Long> sequences = new HashMap<>();
        usernames().forEach(name -> sequences.put(name, store.lastSequence(AccountCommand.aggregateId(name))));
        return usernames().stream().filter(sequences::containsKey)
                .map(name -> new AdminAccount(name, sequences.getOrDefault(name, -1L))).toList();
    }

    private List<String> usernames() {
        return jdbc.sql(ENABLED_ADMINS).query(String.class).list();
    }

    @Override
    public Refused nameTaken(String username) {
        return store.holderOf(new Claim("username", username))
                .map(holder -> Refused.duplicate("username",
                        new Refused.Existing(holder.recordId(), holder.position(), null)))
                .orElseGet(() -> Refused.conflict("duplicate-record", null));
    }
}
