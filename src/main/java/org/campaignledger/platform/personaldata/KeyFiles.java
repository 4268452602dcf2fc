package org.campaignledger.platform.personaldata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The ledger's keys as files in the data folder, readable by their owner alone; made at the first start. */
public final class KeyFiles {

    private KeyFiles() {}

    /**
     * The key in this file, 32 bytes; if there is no such file, a new random key, written there first.
     *
     * @throws UncheckedIOException  the file can't be read or made
     * @throws IllegalStateException it does not hold base64
     */
    public static byte[] readOrMake(Path file) {
        try {
            if (Files.exists(file)) {
                return Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            }
            byte[] key = new byte[LedgerKeys.KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Files.createDirectories(file.getParent(), PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rwx------")));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n", StandardCharsets.US_ASCII,
                    StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            return key;
        } catch (IOException failure) {
            throw new UncheckedIOException("the ledger's key " + file + " can't be read or made", failure);
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalStateException("the ledger's key " + file + " is not base64", notBase64);
        }
    }
}
