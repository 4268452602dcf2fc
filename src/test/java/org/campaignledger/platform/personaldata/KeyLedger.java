package org.campaignledger.platform.personaldata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the keys of a ledger in it, and what tests do with these. */
final class KeyLedger {

    final LedgerDatabase database = LedgerDatabase.fresh();
    private final Map<String, String> ciphertexts = new LinkedHashMap<>();

    DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.access().url());
        source.setUser(database.access().user());
        source.setPassword(database.access().password());
        return source;
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Nobody in it yet, and begun with these keys. */
    KeyLedger begunWith(LedgerKeys keys) {
        database.wipe();
        database.run("truncate key_fingerprint, person_erased, restoration");
        jdbc().sql("insert into key_fingerprint (name, fingerprint) values ('master', ?), ('natural', ?)")
                .params(keys.masterFingerprint(), keys.naturalFingerprint()).update();
        ciphertexts.clear();
        return this;
    }

    KeyLedger recording(LedgerKeys keys, String... subjects) {
        for (String subject : subjects) {
            var sealed = new PersonalDataVault(keys, jdbc()).seal(subject, Map.of("name", "虚构" + subject));
            ciphertexts.put(subject, sealed.ciphertext());
            jdbc().sql("insert into person_key (subject, wrapped) values (?, ?)").params(subject, sealed.wrappedKey())
                    .update();
        }
        return this;
    }

    /** The ledger's events are there, its keys are lost. */
    void losesItsKeys() {
        database.run("truncate person_key");
    }

    void holdsAClaimByAPerson() {
        database.run("insert into claim values ('\\x00', 'person.phone', 'r', 'FJ', 1)");
    }

    void opensJust(LedgerKeys keys, String... subjects) {
        assertThat(new PersonalDataVault(keys, jdbc()).openAll(ciphertexts)).containsOnlyKeys(subjects)
                .allSatisfy((subject, person) -> assertThat(person).containsEntry("name", "虚构" + subject));
    }

    List<String> rows() {
        return jdbc().sql("""
            select subject || encode(wrapped, 'hex') from person_key
            union all select name || encode(fingerprint, 'hex') from key_fingerprint order by 1""")
                .query(String.class).list();
    }
}
