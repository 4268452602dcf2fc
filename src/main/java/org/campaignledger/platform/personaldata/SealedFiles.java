package org.campaignledger.platform.personaldata;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.campaignledger.platform.postgres.OwnerOnly;
import org.springframework.stereotype.Component;

/**
 * Files with personal data in them that are kept for a while: encrypted piece by piece (AES-256-GCM with keys derived for
 * each file, Tink's streaming form), so that they are written and read without ever being whole in memory or in the clear
 * on a disk. Who forgets a file's key has destroyed the file, wherever copies of it may be.
 */
@Component
public class SealedFiles {

    private static final int PIECE = 64 * 1024;
    private static final int DERIVED_KEY_BYTES = 32;

    private final LedgerKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** Files whose keys are wrapped by the ledger's master key. */
    public SealedFiles(LedgerKeys keys) {
        this.keys = keys;
    }

    /** A new key for a file of this name, wrapped; useless without the master key. */
    public byte[] newKey(String name) {
        byte[] key = new byte[LedgerKeys.KEY_BYTES];
        random.nextBytes(key);
        return keys.wrap(name, key);
    }

    /**
     * Writes a new file.
     *
     * @throws IOException the disk does not take it
     */
    public OutputStream writing(Path file, String name, byte[] wrappedKey) throws IOException {
        Files.deleteIfExists(file);
        OwnerOnly.createFile(file);
        try {
            return cipher(name, wrappedKey).newEncryptingStream(
                    Files.newOutputStream(file, StandardOpenOption.WRITE), name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrong) {
            throw new IOException(wrong);
        }
    }

    /**
     * Reads a file, at any place of it.
     *
     * @throws IOException it is not there, is damaged, or was written under another key
     */
    public SeekableByteChannel reading(Path file, String name, byte[] wrappedKey) throws IOException {
        FileChannel sealed = FileChannel.open(file, StandardOpenOption.READ);
        boolean opened = false;
        try {
            SeekableByteChannel clear = cipher(name, wrappedKey).newSeekableDecryptingChannel(sealed,
                    name.getBytes(StandardCharsets.UTF_8));
            opened = true;
            return clear;
        } catch (GeneralSecurityException wrong) {
            throw new IOException(wrong);
        } finally {
            if (!opened) {
                sealed.close();
            }
        }
    }

    /**
     * Reads a file from its beginning, from wherever its sealed bytes come.
     *
     * @param sealed closed with what is answered
     * @throws IOException the key is another's; what is damaged or too short is told where it is read
     */
    public InputStream reading(InputStream sealed, String name, byte[] wrappedKey) throws IOException {
        try {
            return cipher(name, wrappedKey).newDecryptingStream(sealed, name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrong) {
            throw new IOException(wrong);
        }
    }

    private AesGcmHkdfStreaming cipher(String name, byte[] wrappedKey) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(keys.unwrap(name, wrappedKey), "HmacSha256", DERIVED_KEY_BYTES, PIECE, 0);
    }
}
