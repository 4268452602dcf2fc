package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;

/** How to reach the server: what {@code postgres.properties} says, one {@code name=value} per line, without escapes. */
record PostgresAccess(int port, String user, String password, String database) {

    static final String USER = "postgres";
    static final String DATABASE = "ledger";

    private static final int PASSWORD_BYTES = 32;

    /** With a new password of 256 random bits, in hexadecimal digits so that no file or tool needs to escape it. */
    static PostgresAccess withNewPassword() {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new PostgresAccess(0, USER, HexFormat.of().formatHex(random), DATABASE);
    }

    /** Empty if there is no such file or it holds no password. */
    static Optional<PostgresAccess> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            var equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return Optional.ofNullable(values.get("password"))
                .filter(password -> !password.isBlank())
                .map(password -> new PostgresAccess(0, USER, password, DATABASE));
    }

    void write(Path file) throws IOException {
        OwnerOnly.write(file, "port=" + port + "\nuser=" + user + "\npassword=" + password + "\ndatabase=" + database
                + "\n");
    }

    PostgresAccess onPort(int newPort) {
        return new PostgresAccess(newPort, user, password, database);
    }

    String jdbcUrl(String anyDatabase) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + anyDatabase;
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return user + " at " + jdbcUrl(database);
    }
}
