package org.campaignledger.account.write;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The secrets that authenticator apps share with this ledger, each sealed as personal data are: under a key of its own,
 * which the master key wraps, goes with a backup of the keys, and is replaced with the master key.
 */
@Component
class SecondFactorSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactorSecrets.class);
    private static final String SECRET = "secret";
    /** One that was begun and never confirmed gives way; one that is enrolled does not. */
    private static final String BEGIN = """
        insert into second_factor (account, sealed, state) values (:account, :sealed, 'BEGUN')
        on conflict (account) do update set sealed = excluded.sealed, begun_at = now()
        where second_factor.state = 'BEGUN'""";
    private static final String KEY = """
        insert into person_key (subject, wrapped) values (:subject, :wrapped)
        on conflict (subject) do update set wrapped = excluded.wrapped""";
    private static final String FIND = """
        select sealed, state, last_step from second_factor
        where account = ? and (state = 'ENROLLED' or begun_at > now() - interval '30 minutes')""";
    private static final String TAKE = "update second_factor set last_step = :step"
            + " where account = :account and state = 'ENROLLED' and last_step < :step";

    private final JdbcClient jdbc;
    private final PersonalDataVault vault;
    private final TransactionTemplate together;
    private final SecureRandom random = new SecureRandom();

    SecondFactorSecrets(JdbcClient jdbc, PersonalDataVault vault, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.together = new TransactionTemplate(transactions);
    }

    /**
     * A secret.
     *
     * @param base32   as it is typed into an app
     * @param enrolled whether the app has shown that it has it
     * @param lastStep of the last code that was taken
     * @param sealed   as it is kept
     */
    record Secret(String base32, boolean enrolled, long lastStep, String sealed) {

        byte[] bytes() {
            return Base32.decode(base32);
        }

        /** Never what is in it. */
        @Override
        public String toString() {
            return "Secret";
        }
    }

    static String subject(String account) {
        return "second-factor:" + account;
    }

    /** Makes a new secret, in place of one that was begun; without effect where one is enrolled. */
    void begin(String account) {
        byte[] bytes = new byte[Totp.SECRET_BYTES];
        random.nextBytes(bytes);
        PersonalDataVault.SealedPerson sealed = vault.seal(subject(account), Map.of(SECRET, Base32.encode(bytes)));
        together.executeWithoutResult(status -> {
            if (jdbc.sql(BEGIN).param("account", account).param("sealed", sealed.ciphertext()).update() == 1) {
                jdbc.sql(KEY).param("subject", subject(account)).param("wrapped", sealed.wrappedKey()).update();
            }
        });
    }

    /** What was begun and not confirmed in time goes, once an hour. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    void forget() {
        jdbc.sql("""
            with gone as (delete from second_factor where state = 'BEGUN' and begun_at < now() - interval '1 hour'
                          returning account)
            delete from person_key where subject in (select 'second-factor:' || account from gone)""").update();
    }

    private record Row(String sealed, String state, long lastStep) {}

    /**
     * The account's secret: enrolled, or begun within half an hour. One that does not open is that of an account without a
     * usable one, as its sign-in says.
     */
    Optional<Secret> of(String account) {
        try {
            return opened(account);
        } catch (IllegalStateException anothersKey) {
            LOG.warn("The second factor of {} does not open with its key", account);
            return Optional.empty();
        }
    }

    private Optional<Secret> opened(String account) {
        return jdbc.sql(FIND).param(account).query((row, number) -> new Row(row.getString("sealed"),
                row.getString("state"), row.getLong("last_step"))).optional()
                .flatMap(row -> vault.open(subject(account), row.sealed()).map(texts -> new Secret(texts.getOrDefault(
                        SECRET, ""), row.state().equals("ENROLLED"), row.lastStep(), row.sealed())));
    }

    /** The secret of an account that is asked for codes; empty where it is gone, or does not open. */
    Optional<Secret> enrolled(String account) {
        return of(account).filter(Secret::enrolled);
    }

    /** Takes the code of a step; false if it, or one of a later step, was taken before, here or on another instance. */
    boolean take(String account, long step) {
        return jdbc.sql(TAKE).param("account", account).param("step", step).update() == 1;
    }

    /** Whether this is the hash of a recovery code that was not used yet. */
    boolean holdsRecoveryCode(String account, byte[] hash) {
        return jdbc.sql("select exists (select from recovery_code where account = ? and code_hash = ?)")
                .param(account).param(hash).query(Boolean.class).single();
    }

    /** New recovery codes, which are kept nowhere yet. */
    List<String> newRecoveryCodes() {
        byte[] bytes = new byte[RecoveryCodes.BYTES_OF_ALL];
        random.nextBytes(bytes);
        return RecoveryCodes.of(bytes);
    }

    /** How many recovery codes are left. */
    int recoveryCodesLeft(String account) {
        return jdbc.sql("select count(*) from recovery_code where account = ?").param(account).query(Integer.class)
                .single();
    }
}
