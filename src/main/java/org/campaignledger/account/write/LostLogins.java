package org.campaignledger.account.write;

import java.util.HashMap;
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
 * password, nor the secret of a second factor, nor what a token is known by. Until a password is set anew, nobody can
 * sign in with them; second factors and tokens are ended as facts afterwards, since the ledger still tells of them.
 */
@Component
public class LostLogins {

    private static final long LOCK = 0x6c6f67696e73L;
    /** A true hash has 32. */
    private static final int LOST_BYTES = 31;
    /** Names are in no event. */
    private static final String LOST_NAME = "恢复后失效 · lost in a restore";

    private final LedgerStore store;
    private final EventCodec codec;
    private final JdbcClient jdbc;
    private final SecondFactorSecrets secrets;
    private final TransactionTemplate transaction;

    LostLogins(LedgerStore store, EventCodec codec, JdbcClient jdbc, SecondFactorSecrets secrets,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.codec = codec;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An account in the making. */
    private record Row(AccountOpened opened, String passwordSetBy, boolean disabled, boolean secondFactor,
            Map<String, ApiTokenIssued> tokens, long position) {

        Row {
            tokens = Map.copyOf(tokens);
        }

        Row with(boolean nowSecondFactor, Map<String, ApiTokenIssued> others) {
            return new Row(opened, passwordSetBy, disabled, nowSecondFactor, others, position);
        }
    }

    /** A token that the ledger tells of and that nobody can use any more. */
    public record LostToken(String username, String id) {}

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
     * @param telling tells whoever starts it of these passwords: before they count, so that a start that breaks off in
     *                between leaves nobody with passwords that were never told
     * @return false if another instance was first
     */
    public boolean makeAgain(Accounts accounts, Map<String, PasswordHash> known, PasswordHash unknown,
            Runnable telling) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
            if (!areMissed()) {
                return false;
            }
            accounts.rows.forEach((username, row) -> {
                insert(row, known.getOrDefault(username, unknown));
                row.tokens().values().forEach(this::insertLost);
            });
            telling.run();
            return true;
        }));
    }

    /**
     * The accounts that are asked for codes while the secret of their app is gone or does not open: what
     * {@link #makeAgain} has left to be ended, or a database that was put together from parts of different days. Until
     * then their rows ask for a code that nobody has. The master key is known to be the right one by then.
     */
    public List<String> lostSecondFactors() {
        return jdbc.sql("select username from account_login where second_factor order by position")
                .query(String.class).list().stream().filter(username -> secrets.enrolled(username).isEmpty()).toList();
    }

    /** The tokens that {@link #makeAgain} has left to be ended; no account can use or see them otherwise. */
    public List<LostToken> lostTokens() {
        return jdbc.sql("select username, id from api_token where not revoked and octet_length(sha256) = ? order by id")
                .param(LOST_BYTES)
                .query((row, number) -> new LostToken(row.getString(1), row.getString(2))).list();
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
        if (event instanceof AccountOpened opened) {
            return new Row(opened, opened.madeBy(), false, false, Map.of(), position);
        }
        return row == null ? null : changed(row, event, position);
    }

    /** As {@link Account#evolve} goes on, so that what is ended afterwards is what an account thinks it has. */
    private static Row changed(Row row, AccountEvent event, long position) {
        return switch (event) {
            case AccountOpened _ -> row;
            case PasswordSet set -> new Row(row.opened(), set.setBy(), row.disabled(), row.secondFactor(), Map.of(),
                    position);
            case AccountDisabled _ -> new Row(row.opened(), row.passwordSetBy(), true, row.secondFactor(), Map.of(),
                    position);
            case SecondFactorEnrolled _ -> row.with(true, Map.of());
            case SecondFactorReset _ -> row.with(false, Map.of());
            case RecoveryCodeUsed _ -> row;
            case ApiTokenIssued issued -> {
                Map<String, ApiTokenIssued> more = new HashMap<>(row.tokens());
                more.put(issued.tokenId(), issued);
                yield row.with(row.secondFactor(), more);
            }
            case ApiTokenRevoked revoked -> {
                Map<String, ApiTokenIssued> left = new HashMap<>(row.tokens());
                left.remove(revoked.tokenId());
                yield row.with(row.secondFactor(), left);
            }
        };
    }

    private void insert(Row row, PasswordHash password) {
        AccountOpened opened = row.opened();
        jdbc.sql("""
            insert into account_login (position, username, role, scope, unit, password_hash, disabled, made_by,
                                       password_set_by, second_factor)
            values (:position, :username, :role, :scope, :unit, :hash, :disabled, :madeBy, :setBy, :factor)""")
                .param("position", row.position()).param("username", opened.username())
                .param("role", opened.role().name()).param("scope", opened.scope()).param("unit", opened.unit())
                .param("hash", password.encoded()).param("disabled", row.disabled()).param("madeBy", opened.madeBy())
                .param("setBy", row.passwordSetBy()).param("factor", row.secondFactor()).update();
    }

    /** In place of a hash that no text has: nobody signs in with it, and {@link #lostTokens} finds it. */
    private void insertLost(ApiTokenIssued token) {
        jdbc.sql("""
            insert into api_token (id, username, sha256, name, access, expires_on)
            select :id, :username, substring(sha256(convert_to(:id, 'UTF8')) for :bytes), :name, :access, :expires
            where :expires >= current_date - 1""").param("id", token.tokenId()).param("username", token.username())
                .param("bytes", LOST_BYTES).param("name", LOST_NAME).param("access", token.access().name())
                .param("expires", token.expiresOn()).update();
    }
}
