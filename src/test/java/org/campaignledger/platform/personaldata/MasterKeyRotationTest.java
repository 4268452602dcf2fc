package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.campaignledger.platform.personaldata.PersonalDataVaultTest.key;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.testing.AtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of persons are put under another master key, whatever comes in between, and no event knows of it. */
class MasterKeyRotationTest {

    private static final int PEOPLE = 25;
    private static final MasterKey OLD = new MasterKey(key(1));
    private static final MasterKey NEW = new MasterKey(key(3));

    private static LedgerDatabase database;
    private static HikariDataSource pool;

    private final Map<String, String> ciphertexts = new LinkedHashMap<>();
    private JdbcClient jdbc;

    @BeforeAll
    static void migrate() {
        database = LedgerDatabase.fresh();
        pool = database.pool(6, "test");
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void peopleUnderTheOldKey() {
        database.wipe();
        database.run("truncate key_fingerprint");
        jdbc = JdbcClient.create(pool);
        jdbc.sql("insert into key_fingerprint (name, fingerprint) values ('master', ?)").param(OLD.fingerprint())
                .update();
        for (int i = 0; i < PEOPLE; i++) {
            add("p" + i, new LedgerKeys(key(1), key(2)));
        }
    }

    private void add(String subject, LedgerKeys keys) {
        var sealed = new PersonalDataVault(keys, jdbc).seal(subject, Map.of("name", "虚构" + subject));
        ciphertexts.put(subject, sealed.ciphertext());
        jdbc.sql("insert into person_key (subject, wrapped) values (?, ?)").params(subject, sealed.wrappedKey())
                .update();
    }

    private void everybodyOpensWith(LedgerKeys keys) {
        assertThat(new PersonalDataVault(keys, jdbc).openAll(ciphertexts)).hasSize(ciphertexts.size())
                .allSatisfy((subject, person) -> assertThat(person).containsEntry("name", "虚构" + subject));
    }

    private byte[] fingerprint() {
        return jdbc.sql("select fingerprint from key_fingerprint where name = 'master'").query(byte[].class).single();
    }

    private static MasterKeyRotation rotation() {
        return new MasterKeyRotation(pool, NEW, OLD, 10);
    }

    @Test
    void everybodyOpensWithTheNewKeyAloneAndNobodyWithTheOld() {
        everybodyOpensWith(new LedgerKeys(key(1), key(2)));
        rotation().run();
        everybodyOpensWith(new LedgerKeys(key(3), key(2)));
        assertThat(fingerprint()).isEqualTo(NEW.fingerprint());
        var old = new PersonalDataVault(new LedgerKeys(key(1), key(2)), jdbc);
        assertThatThrownBy(() -> old.openAll(ciphertexts)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatBrokeOffInTheMiddleIsGoneOnWith() throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            rotation().begin(connection);
            assertThat(rotation().next(connection, "")).isEqualTo(new MasterKeyRotation.Done("p17", 10, 0));
            connection.commit();
            assertThat(rotation().next(connection, "p17").rewrapped()).isEqualTo(10);
            connection.rollback();
        }
        everybodyOpensWith(new LedgerKeys(key(3), key(1), key(2)));
        new MasterKeyRotation(pool, new MasterKey(key(9)), OLD, 10).run();
        everybodyOpensWith(new LedgerKeys(key(3), key(1), key(2)));
        rotation().run();
        everybodyOpensWith(new LedgerKeys(key(3), key(2)));
        assertThat(fingerprint()).isEqualTo(NEW.fingerprint());
    }

    @Test
    void whatBrokeOffCanBeTakenBack() throws Exception {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            rotation().begin(connection);
            rotation().next(connection, "");
            connection.commit();
        }
        new MasterKeyRotation(pool, OLD, NEW, 10).run();
        everybodyOpensWith(new LedgerKeys(key(1), key(2)));
        assertThat(fingerprint()).isEqualTo(OLD.fingerprint());
    }

    @Test
    void whatAnInstanceWithTheOldKeyWroteLateIsPutUnderTheNewOneNextTime() {
        rotation().run();
        add("late", new LedgerKeys(key(1), key(2)));
        everybodyOpensWith(new LedgerKeys(key(3), key(1), key(2)));
        rotation().run();
        everybodyOpensWith(new LedgerKeys(key(3), key(2)));
    }

    @Test
    void severalInstancesAtOnceDoItOnce() {
        AtOnce.each(5, () -> {
            rotation().run();
            return true;
        });
        everybodyOpensWith(new LedgerKeys(key(3), key(2)));
        assertThat(database.number("select count(*) from pg_locks where locktype = 'advisory' and database ="
                + " (select oid from pg_database where datname = current_database())")).isZero();
    }

    @Test
    void aLedgerOfNeitherKeyIsLeftAlone() {
        List<String> before = rows();
        new MasterKeyRotation(pool, new MasterKey(key(7)), new MasterKey(key(8)), 10).run();
        assertThat(rows()).isEqualTo(before);
        assertThat(fingerprint()).isEqualTo(OLD.fingerprint());
    }

    @Test
    void aDamagedKeyDoesNotHoldUpTheOthers() {
        jdbc.sql("update person_key set wrapped = '\\x00' where subject = 'p5'").update();
        ciphertexts.remove("p5");
        rotation().run();
        everybodyOpensWith(new LedgerKeys(key(3), key(2)));
    }

    private List<String> rows() {
        return jdbc.sql("select subject || encode(wrapped, 'hex') from person_key order by 1").query(String.class)
                .list();
    }
}
