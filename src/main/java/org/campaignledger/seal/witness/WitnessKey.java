package org.campaignledger.seal.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.source.DurableFile;

/** A witness's own key, in a file that its owner alone can read: the verifier key, and below it the secret. */
public final class WitnessKey {

    private static final int RAW = 32;
    private static final int TIME = 8;
    private static final int SIGNATURE = 64;

    private final VerifierKey verifier;
    private final PrivateKey secret;

    private WitnessKey(VerifierKey verifier, PrivateKey secret) {
        this.verifier = verifier;
        this.secret = secret;
    }

    /**
     * The key of a file, which is made if there is none.
     *
     * @param name of the witness, for a key that is made
     * @throws NotChecked the file holds none
     */
    public static WitnessKey in(Path file, String name) throws IOException, NotChecked {
        if (!Files.exists(file)) {
            try {
                make(file, name);
            } catch (FileAlreadyExistsException justMade) {
                // by another run: that one is the key
            }
        }
        List<String> lines = Files.readAllLines(file);
        try {
            VerifierKey verifier = VerifierKey.of(lines.getFirst());
            return new WitnessKey(verifier, KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)))));
        } catch (GeneralSecurityException | RuntimeException malformed) {
            throw new NotChecked(file + " holds no key of a witness");
        }
    }

    private static void make(Path file, String name) throws IOException, NotChecked {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] spki = pair.getPublic().getEncoded();
            VerifierKey verifier = VerifierKey.of(name, VerifierKey.COSIGNS,
                    Arrays.copyOfRange(spki, spki.length - RAW, spki.length));
            VerifierKey.of(verifier.toString());
            write(file, verifier + "\n" + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()) + "\n");
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has Ed25519", absent);
        }
    }

    private static void write(Path file, String text) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerAlone = posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerAlone)) {
            DurableFile.write(channel, text.getBytes(StandardCharsets.UTF_8));
        }
        DurableFile.syncFolder(file);
    }

    /** What others verify its cosignatures with. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The cosignature of a checkpoint at a time. */
    Note.Signature cosign(Note checkpoint, long timeSeconds) throws NotChecked {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(VerifierKey.cosigned(checkpoint.text(), timeSeconds));
            byte[] bytes = ByteBuffer.allocate(TIME + SIGNATURE).putLong(timeSeconds).put(signer.sign()).array();
            return new Note.Signature(verifier.name(), verifier.id(), bytes,
                    Note.line(verifier.name(), verifier.id(), bytes));
        } catch (GeneralSecurityException unusable) {
            throw new NotChecked("the witness's key cannot sign: " + unusable.getMessage());
        }
    }
}
