package org.campaignledger.platform.works;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.media.Redaction;
import org.campaignledger.platform.works.store.WorkStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers with a work or a copy of it, whole or in part, as players ask for it. Whoever calls this has decided that the
 * caller may have it. Cookies, scripts and guesses about what it is are kept away from it: it came from outside.
 */
@Component
public class WorkDownload {

    /** Which form of a work is answered with. */
    public enum Form {
        /** The bytes as they were sent. */
        ORIGINAL,
        /**
         * What may be shown to anybody: of a picture the copy drawn anew, of anything else the same stream with zeros in
         * place of whatever may name somebody.
         */
        PUBLIC,
        /** Of a picture a small copy drawn anew. */
        THUMBNAIL
    }

    private static final int PIECE = 64 * 1024;

    private final WorkStore store;
    private final PublicCopies copies;
    private final WorkTable table;

    /** Answers with the works of this store. */
    public WorkDownload(WorkStore store, PublicCopies copies, WorkTable table) {
        this.store = store;
        this.copies = copies;
        this.table = table;
    }

    /** Opens a part of what is answered with. */
    @FunctionalInterface
    private interface Source {

        InputStream open(long from, long to) throws IOException;
    }

    /**
     * What is answered with.
     *
     * @param mediaType its type
     * @param tag       of these very bytes
     * @param length    how many there are
     * @param source    where they come from
     * @param redaction what is put in place of parts of them
     */
    private record Body(String mediaType, String tag, long length, Source source, Redaction redaction) {}

    /**
     * Answers GET and HEAD: 200, 206, 304 or 416.
     *
     * @param keepFor value of {@code Cache-Control}, such as {@code no-store} or {@code private, max-age=3600}: it is the
     *                caller who knows how long the permission stands
     * @throws Refused     404 if the work is not there, or has no such form; 503 if the store fails
     * @throws IOException the other side broke off
     */
    public void answer(String sha256, Form form, String keepFor, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        try {
            Body body = body(sha256, form);
            headers(body, keepFor, response);
            if (matches(request.getHeader("If-None-Match"), body.tag())) {
                response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            part(body, request, response);
        } catch (NoSuchFileException | WorkStore.NotKept gone) {
            throw Refused.notFound();
        } catch (WorkStore.StoreFailure failure) {
            throw Works.noRoom(failure);
        }
    }

    private Body body(String sha256, Form form) throws IOException {
        Optional<WorkTable.Row> found = Works.isDigest(sha256) ? table.find(sha256) : Optional.empty();
        WorkTable.Row row = found.orElseThrow(Refused::notFound);
        WorkFacts facts = row.facts();
        if (form == Form.ORIGINAL || form == Form.PUBLIC && !facts.isPicture()) {
            Redaction redaction = form == Form.ORIGINAL ? Redaction.NONE : row.redaction();
            String tag = form == Form.ORIGINAL ? '"' + sha256 + '"' : tag(sha256, "public");
            return new Body(facts.mediaType(), tag, facts.bytes(), (from, to) -> store.open(sha256, from, to),
                    redaction);
        }
        if (!facts.isPicture()) {
            throw Refused.notFound();
        }
        PublicCopies.Size size = form == Form.THUMBNAIL ? PublicCopies.Size.THUMBNAIL : PublicCopies.Size.FULL;
        Path copy = copies.of(facts, row.orientation(), size);
        return new Body("image/jpeg", tag(sha256, size.name()), Files.size(copy), (from, to) -> {
            InputStream in = Files.newInputStream(copy);
            in.skipNBytes(from);
            return in;
        }, Redaction.NONE);
    }

    /** Does not tell whoever sees a copy which original it is of. */
    private static String tag(String sha256, String form) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((sha256 + "\n" + form).getBytes(StandardCharsets.US_ASCII));
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void headers(Body body, String keepFor, HttpServletResponse response) {
        response.setHeader("ETag", body.tag());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", keepFor);
        // A document is for the reader's own program: no browser is to open it beside our pages.
        response.setHeader("Content-Disposition", body.mediaType().startsWith("application/")
                ? "attachment"
                : "inline");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; media-src 'self'; img-src 'self';"
                + " style-src 'unsafe-inline'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static boolean matches(@Nullable String header, String tag) {
        return header != null && (header.strip().equals("*") || header.contains(tag));
    }

    private static void part(Body body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String condition = request.getHeader("If-Range");
        boolean asked = condition == null || condition.strip().equals(body.tag());
        ByteRange range = ByteRange.of(asked ? request.getHeader("Range") : null, body.length());
        if (range == ByteRange.UNSATISFIABLE) {
            response.setHeader("Content-Range", "bytes */" + body.length());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        if (!range.isWhole()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range",
                    "bytes " + range.from() + "-" + (range.to() - 1) + "/" + body.length());
        }
        response.setContentType(body.mediaType());
        response.setContentLengthLong(range.length());
        if (!request.getMethod().equals("HEAD") && range.length() > 0) {
            copy(body, range, response);
        }
    }

    private static void copy(Body body, ByteRange range, HttpServletResponse response) throws IOException {
        byte[] piece = new byte[PIECE];
        try (InputStream in = body.source().open(range.from(), range.to())) {
            long at = range.from();
            while (at < range.to()) {
                int got = in.readNBytes(piece, 0, (int) Math.min(PIECE, range.to() - at));
                if (got == 0) {
                    // Shorter than its own row says: better broken off than passed for whole.
                    throw new IOException("a work ended at byte " + at + " of " + range.to());
                }
                body.redaction().apply(piece, 0, got, at);
                response.getOutputStream().write(piece, 0, got);
                at += got;
            }
        }
    }
}
