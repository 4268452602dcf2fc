package org.campaignledger.platform.personaldata;

import java.security.MessageDigest;
import java.util.Base64;

import javax.sql.DataSource;

import org.campaignledger.platform.postgres.DataDirectory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger's keys: given by configuration ({@code ledger.keys.master}, {@code ledger.keys.natural}, base64 of 32
 * bytes), as several instances on one database need, or made once and kept in the data folder.
 */
@Configuration(proxyBeanMethods = false)
public class PersonalDataConfiguration {

    /**
     * The keys with which this ledger was begun.
     *
     * @throws IllegalStateException the ledger was begun with other keys
     */
    @Bean
    @DependsOn("flywayInitializer")
    LedgerKeys ledgerKeys(@Value("${ledger.keys.master:}") String master,
            @Value("${ledger.keys.natural:}") String natural, DataDirectory dataDirectory, DataSource dataSource) {
        LedgerKeys keys = new LedgerKeys(keyOf(master, dataDirectory, "master.key"),
                keyOf(natural, dataDirectory, "natural.key"));
        JdbcClient jdbc = JdbcClient.create(dataSource);
        mustBeTheSame(jdbc, "master", keys.masterFingerprint());
        mustBeTheSame(jdbc, "natural", keys.naturalFingerprint());
        return keys;
    }

    private static byte[] keyOf(@Nullable String configured, DataDirectory dataDirectory, String file) {
        return configured == null || configured.isBlank()
                ? KeyFiles.readOrMake(dataDirectory.keys().resolve(file))
                : Base64.getDecoder().decode(configured.strip());
    }

    private static void mustBeTheSame(JdbcClient jdbc, String name, byte[] fingerprint) {
        jdbc.sql("insert into key_fingerprint (name, fingerprint) values (?, ?) on conflict do nothing")
                .params(name, fingerprint).update();
        byte[] first = jdbc.sql("select fingerprint from key_fingerprint where name = ?").param(name)
                .query(byte[].class).single();
        if (!MessageDigest.isEqual(first, fingerprint)) {
            throw new IllegalStateException("This ledger was begun with another " + name + " key: give it by"
                    + " ledger.keys." + name + " or put its file into the data folder's keys.");
        }
    }
}
