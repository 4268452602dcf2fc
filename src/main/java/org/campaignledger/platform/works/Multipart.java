package org.campaignledger.platform.works;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.IllegalBoundaryException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.works.media.MediaRefusals;
import org.campaignledger.platform.works.store.Receiving;

/**
 * Reads the one file of a form as it comes in. The framework's own way is off on purpose: it would put the whole request on
 * the disk before anybody is asked, a second time and without the limit of this door.
 */
public final class Multipart {

    /** What a form of one file has beside the file. */
    private static final int MOST_BESIDE = 64 * 1024;
    private static final String CSRF = "_csrf";

    private Multipart() {}

    /** Takes the file. */
    @FunctionalInterface
    public interface Taker<T> {

        /** Reads it, and answers what came of it. */
        T take(InputStream file) throws IOException;
    }

    /**
     * Hands over the part {@code file}. Nothing of the request is read if it says itself that it is too long.
     *
     * @param maxBytes of the file
     * @throws Refused 400 {@code malformed}; 413 {@code too-large}; 422 {@code missing}
     */
    public static <T> T read(HttpServletRequest request, long maxBytes, Taker<T> taker) throws IOException {
        if (request.getContentLengthLong() > maxBytes + MOST_BESIDE) {
            throw Receiving.tooLarge(maxBytes);
        }
        try {
            FileUpload form = new FileUpload();
            form.setPartHeaderSizeMax(4096);
            // Also of a request that does not say how long it is, and of what stands in it beside the file.
            form.setSizeMax(maxBytes + MOST_BESIDE);
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            for (int i = 0; i < 8 && parts.hasNext(); i++) {
                FileItemStream part = parts.next();
                if (MediaRefusals.FIELD.equals(part.getFieldName())) {
                    try (InputStream in = part.openStream()) {
                        return taker.take(in);
                    }
                }
                mustBeAToken(part);
            }
        } catch (FileUploadException | FileUploadIOException | MalformedStreamException
                | IllegalBoundaryException unreadable) {
            throw notAForm();
        }
        throw Refused.because(Violation.of(MediaRefusals.FIELD, "missing"));
    }

    /** A form of a page may bring its token along; anything else is a mistake that is better told than passed over. */
    private static void mustBeAToken(FileItemStream part) throws IOException {
        String name = part.getFieldName();
        if (!CSRF.equals(name)) {
            throw Refused.malformed(List.of(Violation.of(
                    name == null ? "" : name.substring(0, Math.min(64, name.length())), "unknown-field")));
        }
        try (InputStream in = part.openStream()) {
            in.skipNBytes(Math.min(MOST_BESIDE, in.available()));
        }
    }

    private static Refused notAForm() {
        return Refused.malformed(List.of(Violation.of(MediaRefusals.FIELD, "syntax-error")));
    }
}
