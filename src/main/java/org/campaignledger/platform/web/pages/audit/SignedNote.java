package org.campaignledger.platform.web.pages.audit;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint as it is published, taken apart to be shown (docs/sealed-log.md, "Public resources"). Nothing is verified
 * here: that is for the reader's own machine to do.
 *
 * @param origin     which log
 * @param size       how many entries
 * @param root       the tree's root in base64
 * @param signatures by the log and by witnesses, as they stand
 */
public record SignedNote(String origin, long size, String root, List<Line> signatures) {

    private static final String DASH = "\u2014 ";
    private static final int ID = 4;
    private static final int COSIGNATURE = ID + 8 + 64;

    /**
     * A signature.
     *
     * @param name whose
     * @param id   of the key, eight hexadecimal digits
     * @param at   when a witness cosigned; absent of the log's own
     */
    public record Line(String name, String id, @Nullable Instant at) {}

    /** A verifier key: its name, its id and the key as it is handed on. */
    public record Key(String name, String id, String vkey) {

        /** The keys in these lines; what is none is left out. */
        static List<Key> all(String text) {
            return text.lines().map(line -> line.split("\\+", 3)).filter(parts -> parts.length == 3)
                    .map(parts -> new Key(parts[0], parts[1], String.join("+", parts))).toList();
        }
    }

    /** The checkpoint in a text; empty where it is none. */
    public static Optional<SignedNote> of(String text) {
        int end = text.indexOf("\n\n");
        String[] body = end < 0 ? new String[0] : text.substring(0, end).split("\n", -1);
        if (body.length < 3 || !body[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        text.substring(end + 2).lines().forEach(line -> line(line).ifPresent(lines::add));
        return Optional.of(new SignedNote(body[0], Long.parseLong(body[1]), body[2], lines));
    }

    private static Optional<Line> line(String line) {
        String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ") : new String[0];
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] told = Base64.getDecoder().decode(parts[1]);
            return told.length < ID
                    ? Optional.empty()
                    : Optional.of(new Line(parts[0], HexFormat.of().formatHex(Arrays.copyOf(told, ID)),
                            told.length == COSIGNATURE
                                    ? Instant.ofEpochSecond(ByteBuffer.wrap(told, ID, 8).getLong())
                                    : null));
        } catch (IllegalArgumentException | DateTimeException notASignature) {
            return Optional.empty();
        }
    }
}
