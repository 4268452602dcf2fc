package org.campaignledger.seal.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A witness's word that it saw a checkpoint as the log's newest, and that it follows from all it saw before (C2SP
 * tlog-cosignature, Ed25519).
 *
 * @param witness whose
 * @param at      when, in whole seconds
 * @param line    the line in the signed note, newline included
 */
public record Cosignature(VerifierKey witness, Instant at, String line) {

    private static final int BYTES = 4 + 8 + 64;
    private static final String DASH = "\u2014 ";

    /** The cosignature in a line, if it is this witness's and over this text; empty otherwise. */
    public static Optional<Cosignature> of(VerifierKey witness, String text, String line) {
        String[] parts = line.strip().split(" ", 3);
        if (parts.length != 3 || !(parts[0] + " ").equals(DASH) || !parts[1].equals(witness.name())) {
            return Optional.empty();
        }
        byte[] told;
        try {
            told = Base64.getDecoder().decode(parts[2]);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (told.length != BYTES || !Arrays.equals(told, 0, 4, witness.id(), 0, 4)) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(told, 4, 8).getLong();
        byte[] message = ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
        boolean valid = seconds > 0 && seconds < 1L << 40
                && witness.verifies(message, Arrays.copyOfRange(told, 12, BYTES));
        return valid
                ? Optional.of(new Cosignature(witness, Instant.ofEpochSecond(seconds), line.strip() + "\n"))
                : Optional.empty();
    }
}
