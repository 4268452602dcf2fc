package org.campaignledger.platform.personaldata;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.sql.DataSource;
import org.campaignledger.platform.postgres.OwnerOnly;

/**
 * Writes the keys of a ledger to one file: those of persons wrapped as they are, and the natural-key key under the
 * master key, which is not in it. A line each, sealed at the end under a key derived from the master key; see
 * {@code docs/personal-data.md}. Apart from any export, and short-lived: who is erased later is still in it.
 */
public final class KeyBackup {

    static final String HEAD = "campaign-ledger-keys 1";
    static final String PURPOSE = "key backup";

    private static final int FETCHED_AT_ONCE = 1_000;

    private final DataSource dataSource;
    private final LedgerKeys keys;

    /** Backups of this ledger's keys. */
    public KeyBackup(DataSource dataSource, LedgerKeys keys) {
        this.dataSource = dataSource;
        this.keys = keys;
    }

    /** A file that is sealed as it grows. */
    private static final class Sealed {

        private final BufferedWriter file;
        private final Mac seal;

        private Sealed(BufferedWriter file, Mac seal) {
            this.file = file;
            this.seal = seal;
        }

        private void line(String line) throws IOException {
            String ended = line + "\n";
            seal.update(ended.getBytes(StandardCharsets.UTF_8));
            file.write(ended);
        }

        private void end(long count) throws IOException {
            String end = "end " + count;
            seal.update(end.getBytes(StandardCharsets.UTF_8));
            file.write(end + " " + HexFormat.of().formatHex(seal.doFinal()) + "\n");
        }
    }

    /**
     * Writes the file, for its owner's eyes only; whole or not at all.
     *
     * @return how many persons' keys are in it
     * @throws FileAlreadyExistsException there is such a file
     * @throws IllegalStateException      the ledger was begun with other keys than these
     */
    public long writeTo(Path file, Instant made) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + " exists already");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        OwnerOnly.createFile(unfinished);
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            FingerprintsInPlace.read(connection).mustBeThoseOf(keys);
            long count = write(connection, unfinished, made);
            OwnerOnly.force(unfinished);
            OwnerOnly.move(unfinished, file);
            return count;
        } catch (SQLException failure) {
            throw new IOException("the ledger's keys can't be read", failure);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private long write(Connection connection, Path file, Instant made) throws IOException, SQLException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.WRITE)) {
            Sealed out = new Sealed(writer, keys.master().sealFor(PURPOSE));
            out.line(HEAD);
            out.line("made " + made);
            out.line("master " + HexFormat.of().formatHex(keys.masterFingerprint()));
            out.line("natural " + HexFormat.of().formatHex(keys.naturalFingerprint()) + " "
                    + Base64.getEncoder().encodeToString(keys.wrappedNaturalKey()));
            long count = 0;
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCHED_AT_ONCE);
                try (ResultSet rows = statement.executeQuery(
                        "select subject, wrapped from person_key order by subject")) {
                    for (; rows.next(); count++) {
                        out.line("person " + rows.getString(1) + " "
                                + Base64.getEncoder().encodeToString(rows.getBytes(2)));
                    }
                }
            }
            out.end(count);
            return count;
        }
    }
}
