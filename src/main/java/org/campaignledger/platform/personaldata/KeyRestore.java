package org.campaignledger.platform.personaldata;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the keys of a {@link KeyBackup} back into a ledger: all of them or, where the file is damaged or not this
 * ledger's, none. Whoever the ledger says was erased stays erased, and a key that is there stays as it is.
 */
public final class KeyRestore {

    private final DataSource dataSource;
    private final LedgerKeys keys;
    private final boolean naturalIsConfigured;

    /**
     * Restores into this ledger.
     *
     * @param naturalIsConfigured whether the natural key is given by configuration, where no file replaces it
     */
    public KeyRestore(DataSource dataSource, LedgerKeys keys, boolean naturalIsConfigured) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.naturalIsConfigured = naturalIsConfigured;
    }

    /**
     * What was brought back.
     *
     * @param inFile     persons' keys in the file
     * @param restored   of these, now in the ledger and not before
     * @param erased     of these, left out since their person was erased
     * @param naturalKey the natural-key key of the file where it is not the one at hand, to be kept; else absent
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    public record Restored(long inFile, long restored, long erased, byte @Nullable [] naturalKey) {

        /** Without the key. */
        @Override
        public String toString() {
            return "Restored[" + inFile + ", " + restored + ", " + erased + "]";
        }
    }

    /**
     * Does it in one transaction.
     *
     * @throws IllegalStateException the file is damaged, of other keys, or the ledger holds claims made with another
     *                               natural key; nothing was changed
     */
    public Restored from(Path file) throws IOException {
        try (Connection connection = dataSource.getConnection();
                BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            connection.setAutoCommit(false);
            try {
                Restored restored = restore(lines, new RestoredRows(connection));
                connection.commit();
                return restored;
            } catch (SQLException | RuntimeException | IOException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException failure) {
            throw new IOException("the keys can't be written into the ledger", failure);
        }
    }

    private Restored restore(BufferedReader lines, RestoredRows rows) throws IOException, SQLException {
        String head = next(lines);
        String made = next(lines);
        String[] master = words(next(lines), "master", 2);
        String[] natural = words(next(lines), "natural", 3);
        if (!head.equals(KeyBackup.HEAD) || !made.startsWith("made ")) {
            throw damaged();
        }
        MasterKey wrapping = keys.masterOf(bytes(master[1]));
        if (wrapping == null) {
            throw new IllegalStateException("The backup was made under another master key: give that one as"
                    + " LEDGER_KEYS_PREVIOUS_MASTER or as previous-master.key in the data folder's keys.");
        }
        Mac seal = wrapping.sealFor(KeyBackup.PURPOSE);
        seal.update(String.join("\n", head, made, String.join(" ", master), String.join(" ", natural), "")
                .getBytes(StandardCharsets.UTF_8));
        rows.begin(keys);
        long count = 0;
        String line = next(lines);
        for (; line.startsWith("person "); line = next(lines), count++) {
            seal.update((line + "\n").getBytes(StandardCharsets.UTF_8));
            String[] person = words(line, "person", 3);
            rows.add(person[1], underTheKeyInForce(wrapping, person[1], base64(person[2])));
        }
        String[] end = words(line, "end", 3);
        seal.update(("end " + count).getBytes(StandardCharsets.UTF_8));
        if (!end[1].equals(Long.toString(count)) || !MessageDigest.isEqual(seal.doFinal(), bytes(end[2]))
                || lines.readLine() != null) {
            throw damaged();
        }
        rows.takeNatural(bytes(natural[1]));
        return rows.done(count, newNatural(wrapping, bytes(natural[1]), base64(natural[2])));
    }

    private byte @Nullable [] newNatural(MasterKey wrapping, byte[] fingerprint, byte[] wrapped) {
        if (keys.hasNaturalFingerprint(fingerprint)) {
            return null;
        }
        if (naturalIsConfigured) {
            throw new IllegalStateException("The backup has another natural key than LEDGER_KEYS_NATURAL: leave that"
                    + " out, here and for the service, and it is kept as a file from here on. Nothing was restored.");
        }
        try {
            return LedgerKeys.unwrapNaturalKey(wrapping, wrapped);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the natural key of a backup that is whole does not open", impossible);
        }
    }

    private byte[] underTheKeyInForce(MasterKey wrapping, String subject, byte[] wrapped) {
        if (wrapping == keys.master()) {
            return wrapped;
        }
        try {
            return keys.master().wrap(subject, wrapping.unwrap(subject, wrapped));
        } catch (GeneralSecurityException wrong) {
            throw damaged();
        }
    }

    private static IllegalStateException damaged() {
        return new IllegalStateException("The file is not a whole backup of keys: nothing was restored.");
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw damaged();
        }
        return line;
    }

    private static String[] words(String line, String first, int count) {
        String[] words = line.split(" ", -1);
        if (words.length != count || !words[0].equals(first)) {
            throw damaged();
        }
        return words;
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException notHex) {
            throw damaged();
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw damaged();
        }
    }
}
