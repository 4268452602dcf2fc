package org.campaignledger.platform.personaldata;

import java.security.MessageDigest;

import javax.sql.DataSource;

import org.campaignledger.platform.postgres.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's keys: given by configuration ({@code ledger.keys.master}, {@code ledger.keys.natural}, base64 of 32
 * bytes), as several instances on one database need, or made once and kept in the data folder. Another master key is
 * taken where the one before is given as well ({@code ledger.keys.previous-master}, or {@code previous-master.key} in
 * the folder of the keys).
 */
@Configuration(proxyBeanMethods = false)
public class PersonalDataConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalDataConfiguration.class);

    private static final int ROTATED_AT_ONCE = 500;

    /** Who wraps the ledger's own keys. */
    @Bean
    KeyManagement keyManagement(Environment environment) {
        return KeyManagement.of(name -> environment.getProperty("ledger.kms.vault." + name));
    }

    /**
     * The keys with which this ledger was begun, or the new master key after what the previous one wrapped was put
     * under it.
     *
     * @throws KeysRefused the ledger was begun with other keys
     */
    @Bean
    @DependsOn("flywayInitializer")
    LedgerKeys ledgerKeys(@Value("${ledger.keys.master:}") String master,
            @Value("${ledger.keys.previous-master:}") String previousMaster,
            @Value("${ledger.keys.natural:}") String natural, DataDirectory dataDirectory, DataSource dataSource,
            KeyManagement management) {
        LedgerKeys keys = new GivenKeys(master, previousMaster, natural, management).in(dataDirectory.keys());
        MasterKey previous = keys.previous();
        if (previous != null) {
            new MasterKeyRotation(dataSource, keys.master(), previous, ROTATED_AT_ONCE).run();
        }
        JdbcClient jdbc = JdbcClient.create(dataSource);
        mustBeTheSame(jdbc, "master", keys.masterFingerprint(), " To replace it, give the one before by"
                + " ledger.keys.previous-master or as previous-master.key there.");
        warnOfAStrangeNaturalKey(jdbc);
        mustBeTheSame(jdbc, "natural", keys.naturalFingerprint(), "");
        mustBeUnderOneKey(jdbc);
        return keys;
    }

    /** An archive holds no key: whether this one made the claims that came out of it, nobody can tell. */
    private static void warnOfAStrangeNaturalKey(JdbcClient jdbc) {
        if (jdbc.sql("""
            select exists (select from claim where kind like 'person.%')
                   and not exists (select from key_fingerprint where name = 'natural')""").query(Boolean.class)
                .single()) {
            LOG.warn("People were restored, and this is the first start. If keys/natural.key is not that of the ledger"
                    + " they were recorded in, run restore-keys and start again before anybody is recorded: otherwise"
                    + " they can be recorded a second time.");
        }
    }

    private static void mustBeUnderOneKey(JdbcClient jdbc) {
        if (jdbc.sql("select 1 from key_fingerprint where name = ?").param(MasterKeyRotation.BEGUN).query()
                .listOfRows().isEmpty()) {
            return;
        }
        throw new KeysRefused(
                "The master key of this ledger was being replaced and that is not finished: give"
                        + " both by ledger.keys.master and ledger.keys.previous-master, or as master.key and"
                        + " previous-master.key in the data folder's keys.");
    }

    private static void mustBeTheSame(JdbcClient jdbc, String name, byte[] fingerprint, String otherwise) {
        FingerprintsInPlace.begin(jdbc, name, fingerprint);
        byte[] first = jdbc.sql("select fingerprint from key_fingerprint where name = ?").param(name)
                .query(byte[].class).single();
        if (!MessageDigest.isEqual(first, fingerprint)) {
            throw new KeysRefused("This ledger was begun with another " + name + " key: give it by"
                    + " ledger.keys." + name + " or put its file into the data folder's keys." + otherwise);
        }
    }
}
