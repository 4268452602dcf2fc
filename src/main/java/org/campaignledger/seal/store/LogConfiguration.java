package org.campaignledger.seal.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.campaignledger.platform.personaldata.KeyFiles;
import org.campaignledger.platform.personaldata.KeyManagement;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.seal.note.SigningKey;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out at the start which log this is, and that its key may sign for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
class LogConfiguration {

    /**
     * The log's name and keys.
     *
     * @throws LogRefused the log has another name, or another key signs for it
     */
    @Bean
    @DependsOn("flywayInitializer")
    LogIdentity logIdentity(LogProperties properties, DataDirectory folder, JdbcClient jdbc,
            PlatformTransactionManager transactions, @Value("${ledger.log.key-was-lost:false}") boolean keyWasLost,
            KeyManagement management) {
        mustBeWhole(jdbc);
        String origin = new Origin(jdbc).agreed(properties.origin(), LogConfiguration::random);
        SigningKey key = new SigningKey(origin, seed(properties.key(), folder.keys().resolve("log.key"), management));
        Optional<SigningKey> previous = previousSeed(properties.previousKey(), folder.keys().resolve(
                "previous-log.key"), management)
                .map(seed -> new SigningKey(origin, seed));
        return new TransactionTemplate(transactions).execute(status -> new KeyRegister(jdbc)
                .identity(origin, key, previous, keyWasLost));
    }

    private static void mustBeWhole(JdbcClient jdbc) {
        if (jdbc.sql("select exists (select from restoration where finished_at is null)").query(Boolean.class)
                .single()) {
            throw new LogRefused("This ledger is half restored: run the restore command with the same"
                    + " archive again, it goes on where it stopped.");
        }
    }

    private static byte[] seed(@Nullable String configured, Path file, KeyManagement management) {
        return configured == null || configured.isBlank()
                ? KeyFiles.readOrMake(file, management)
                : management.read(configured);
    }

    private static Optional<byte[]> previousSeed(@Nullable String configured, Path file, KeyManagement management) {
        if (configured != null && !configured.isBlank()) {
            return Optional.of(management.read(configured));
        }
        return Files.exists(file) ? Optional.of(KeyFiles.readOrMake(file, management)) : Optional.empty();
    }

    private static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return "campaign-ledger/" + HexFormat.of().formatHex(bytes);
    }
}
