package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Finds the database of a ledger for commands that stand beside the service. */
public final class LedgerAtHand {

    private LedgerAtHand() {}

    /**
     * The database of a ledger: the outside one where {@code SPRING_DATASOURCE_URL} is set, else the embedded one that
     * runs on this data folder.
     *
     * @param environment answers environment variables, null for one that is not set
     * @throws IllegalStateException there is none
     */
    public static DataSource of(Path dataFolder, Function<String, @Nullable String> environment) {
        PGSimpleDataSource found = new PGSimpleDataSource();
        String url = environment.apply("SPRING_DATASOURCE_URL");
        if (url != null && !url.isBlank()) {
            found.setUrl(url);
            found.setUser(environment.apply("SPRING_DATASOURCE_USERNAME"));
            found.setPassword(environment.apply("SPRING_DATASOURCE_PASSWORD"));
            return found;
        }
        Map<String, String> access = read(dataFolder.resolve("postgres.properties"));
        found.setServerNames(new String[]{"127.0.0.1"});
        found.setPortNumbers(new int[]{Integer.parseInt(access.getOrDefault("port", "0"))});
        found.setDatabaseName(access.get("database"));
        found.setUser(access.get("user"));
        found.setPassword(access.get("password"));
        return found;
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("No ledger runs on " + file.getParent() + " (there is no "
                    + file.getFileName() + "): start it, name its folder by --data-dir, or set SPRING_DATASOURCE_URL.");
        }
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return values;
    }
}
