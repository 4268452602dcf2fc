package org.campaignledger.account.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.account.events.AccountDisabled;
import org.campaignledger.account.events.AccountEvent;
import org.campaignledger.account.events.AccountOpened;
import org.campaignledger.account.events.ApiTokenIssued;
import org.campaignledger.account.events.ApiTokenRevoked;
import org.campaignledger.account.events.PasswordSet;
import org.campaignledger.account.events.RecoveryCodeUsed;
import org.campaignledger.account.events.SecondFactorEnrolled;
import org.campaignledger.account.events.SecondFactorReset;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.web.security.PasswordHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the rows by which accounts sign in again, after a restore: the ledger says whose they are, and never held a
 * password. Until one is set anew, nobody can sign in with them.
 */
@Component
public class LostLogins {

    private static final long LOCK = 0x6c6f67696e73L;

    private final LedgerStore store;
    private final EventCodec codec;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LostLogins(LedgerStore store, EventCodec codec, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.store = store;
        this.codec = codec;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An account in the making. */
    private record Row(AccountOpened opened, String passwordSetBy, boolean disabled, long position) {}

    /** The accounts as the ledger tells of them, read once. */
    public static final class Accounts {

        private final Map<String, Row> rows;

        private Accounts(Map<String, Row> rows) {
            this.rows = rows;
        }

        /** The ADMINs that are not disabled, in the order in which they were opened. */
        public List<String> admins() {
            return rows.values().stream().filter(row -> row.opened().role() == Role.ADMIN && !row.disabled())
                    .map(row -> row.opened().username()).toList();
        }
    }

    /** Whether the ledger has accounts, and no row to sign in with any of them. */
    public boolean areMissed() {
        return jdbc.sql("select not exists (select from account_login)").query(Boolean.class).single()
                && store.lastSequence(AccountCommand.aggregateId("admin")) >= 0;
    }

    /**
     * Makes them again, once, whatever the number of instances.
     *
     * @param accounts whose
     * @param known   the passwords of accounts that can sign in at once
     * @param unknown that of all others: the hash of one that nobody knows
     * @return false if another instance was first
     */
    public boolean makeAgain(Accounts accounts, Map<String, PasswordHash> known, PasswordHash unknown) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
            if (!areMissed()) {
                return false;
            }
            accounts.rows.forEach((username, row) -> insert(row, known.getOrDefault(username, unknown)));
            return true;
        }));
    }

    /** Reads the whole ledger for them. */
    public Accounts read() {
        Map<String, Row> rows = new LinkedHashMap<>();
        store.stream(0, store.head(), recorded -> {
            if (isOfAnAccount(recorded)
                    && codec.decodePayload(recorded.type(), recorded.revision(),
                            recorded.payload()) instanceof AccountEvent event) {
                rows.compute(event.username(), (name, row) -> after(row, event, recorded.position()));
            }
        });
        return new Accounts(rows);
    }

    private static boolean isOfAnAccount(RecordedEvent recorded) {
        return recorded.aggregateId().startsWith(AccountCommand.aggregateId(""));
    }

    private static @Nullable Row after(@Nullable Row row, AccountEvent event, long position) {
        return switch (event) {
            case AccountOpened opened -> new Row(opened, opened.madeBy(), false, position);
            case PasswordSet set -> row == null ? null : new Row(row.opened(), set.setBy(), row.disabled(), position);
            case AccountDisabled gone -> row == null
                    ? null
                    : new Row(row.opened(), row.passwordSetBy(), true, position);
            case ApiTokenIssued _,ApiTokenRevoked _ -> row; // what a token was known by is lost with the rows
            // Secrets are in no archive: whoever had a second factor enrols again, with a new password.
            case SecondFactorEnrolled _,SecondFactorReset _,RecoveryCodeUsed _ -> row;
        };
    }

    private void insert(Row row, PasswordHash password) {
        AccountOpened opened = row.opened();
        jdbc.sql("""
            insert into account_login (position, username, role, scope, unit, password_hash, disabled, made_by,
                                       password_set_by)
            values (:position, :username, :role, :scope, :unit, :hash, :disabled, :madeBy, :setBy)""")
                .param("position", row.position()).param("username", opened.username())
                .param("role", opened.role().name()).param("scope", opened.scope()).param("unit", opened.unit())
                .param("hash", password.encoded()).param("disabled", row.disabled()).param("madeBy", opened.madeBy())
                .param("setBy", row.passwordSetBy()).update();
    }
}
