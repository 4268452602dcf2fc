package org.campaignledger.judging.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import org.campaignledger.judging.events.Terms;

/**
 * A ranking as bytes, the same wherever it is made: UTF-8, a first line with the terms, then one line for each entry in
 * rank order, each line a JSON object with sorted keys and without spaces, ended by a line feed. The digest of a ranking
 * is the SHA-256 of all of it. Kept in parts of {@link #PART_LINES} lines, each compressed for itself, so that a page of
 * a long ranking is read without the rest.
 *
 * @param digest SHA-256 over all lines, 64 hexadecimal digits in lower case
 * @param parts  the lines in order, compressed with gzip; the first line is in the first part
 */
@SuppressWarnings("ArrayRecordComponent") // made once, written once, never compared
public record RankingForm(String digest, List<Part> parts) {

    /** So many entries are in a part, but for the last. */
    public static final int PART_LINES = 1_000;

    /**
     * A part of it.
     *
     * @param entries how many entries are in it
     * @param gzip    its lines, compressed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Part(int entries, byte[] gzip) {}

    /**
     * Writes a ranking down.
     *
     * @param position the position at which the scores stood from which it was made
     */
    public static RankingForm of(String campaign, String category, long position, Terms terms, Ranking ranking) {
        MessageDigest digest = sha256();
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder(1 << 16);
        LineForm.head(text, campaign, category, position, terms, ranking.lines().size());
        int inPart = 0;
        for (Line line : ranking.lines()) {
            LineForm.line(text, line);
            if (++inPart == PART_LINES) {
                parts.add(part(text, inPart, digest));
                inPart = 0;
            }
        }
        if (!text.isEmpty()) {
            parts.add(part(text, inPart, digest));
        }
        return new RankingForm(HexFormat.of().formatHex(digest.digest()), List.copyOf(parts));
    }

    private static Part part(StringBuilder text, int entries, MessageDigest digest) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        digest.update(bytes);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new Fast(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Part(entries, compressed.toByteArray());
    }

    /** Half the time of the usual level, a tenth more bytes. */
    private static final class Fast extends GZIPOutputStream {

        private Fast(ByteArrayOutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
