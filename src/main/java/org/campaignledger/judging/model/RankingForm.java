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
import java.util.stream.IntStream;
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

    private static final int AT_ONCE = 16;

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
        List<Line> lines = ranking.lines();
        int number = Math.max(1, (lines.size() + PART_LINES - 1) / PART_LINES);
        StringBuilder head = new StringBuilder();
        LineForm.head(head, campaign, category, position, terms, lines.size());
        MessageDigest digest = sha256();
        List<Part> parts = new ArrayList<>(number);
        // Written side by side a few at a time, so that the texts of a long ranking are never held whole.
        for (int first = 0; first < number; first += AT_ONCE) {
            List<Written> written = IntStream.range(first, Math.min(number, first + AT_ONCE)).parallel()
                    .mapToObj(part -> written(part == 0 ? head.toString() : "", lines.subList(part * PART_LINES,
                            Math.min(lines.size(), (part + 1) * PART_LINES))))
                    .toList();
            written.forEach(part -> {
                digest.update(part.bytes);
                parts.add(part.part);
            });
        }
        return new RankingForm(HexFormat.of().formatHex(digest.digest()), List.copyOf(parts));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Written(byte[] bytes, Part part) {}

    private static Written written(String head, List<Line> lines) {
        StringBuilder text = new StringBuilder(head);
        lines.forEach(line -> LineForm.line(text, line));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new Fast(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Written(bytes, new Part(lines.size(), compressed.toByteArray()));
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
