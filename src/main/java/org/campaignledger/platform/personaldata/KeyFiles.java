package org.campaignledger.platform.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.campaignledger.platform.postgres.OwnerOnly;

/** The ledger's keys as files in the data folder, readable by their owner alone; made at the first start. */
public final class KeyFiles {

    static final String MASTER = "master.key";
    static final String PREVIOUS_MASTER = "previous-master.key";
    static final String NATURAL = "natural.key";

    private KeyFiles() {}

    /**
     * The key in this file, 32 bytes; if there is no such file, a new random key, written there first.
     *
     * @throws UncheckedIOException  the file can't be read or made
     * @throws IllegalStateException it does not hold base64
     */
    public static byte[] readOrMake(Path file, KeyManagement management) {
        return read(file, management).orElseGet(() -> {
            byte[] key = new byte[LedgerKeys.KEY_BYTES];
            new SecureRandom().nextBytes(key);
            write(file, key, management);
            return key;
        });
    }

    /** The key in this file, if there is such a file; kept as it is. */
    static Optional<byte[]> read(Path file) {
        return read(file, KeyManagement.NONE);
    }

    /** The key in this file, if there is such a file. */
    static Optional<byte[]> read(Path file, KeyManagement management) {
        try {
            return Files.exists(file)
                    ? Optional.of(management.read(Files.readString(file, StandardCharsets.US_ASCII)))
                    : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger's key " + file + " can't be read", failure);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("the ledger's key " + file + " is not base64", notBase64);
        }
    }

    /** Writes a key as it is, whole or not at all; a power cut does not undo it. */
    static void write(Path file, byte[] key) {
        write(file, key, KeyManagement.NONE);
    }

    /** The same, wrapped where there is somebody who does. */
    static void write(Path file, byte[] key, KeyManagement management) {
        try {
            OwnerOnly.createFolder(OwnerOnly.parent(file));
            OwnerOnly.write(file, management.wrap(key).orElseGet(() -> Base64.getEncoder().encodeToString(key)) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger's key " + file + " can't be made", failure);
        }
    }

    /** A key as it stands in a file or in the configuration. */
    static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64.strip());
    }
}
