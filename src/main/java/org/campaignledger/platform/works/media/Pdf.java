package org.campaignledger.platform.works.media;

import java.nio.charset.StandardCharsets;

/**
 * PDF (ISO 32000-1, 7.5): told by its header, its {@code startxref} and its end. What it holds is never read here: it is
 * handed on as it came, to be opened by whoever trusts it.
 */
final class Pdf {

    private static final String MEDIA_TYPE = "application/pdf";
    /** Readers look for the end in so many last bytes. */
    private static final int TRAILER = 2_048;

    private Pdf() {}

    static boolean isOne(FileBytes bytes) {
        return bytes.has(0, 5) && bytes.latin(0, 5).equals("%PDF-");
    }

    static Facts inspect(FileBytes bytes) {
        int size = (int) Math.min(TRAILER, bytes.length());
        String end = new String(bytes.bytes(bytes.length() - size, size), StandardCharsets.ISO_8859_1);
        if (!end.contains("%%EOF") || !end.contains("startxref")) {
            throw MediaRefusals.truncated();
        }
        if (!bytes.latin(5, 3).matches("[12]\\.\\d")) {
            throw MediaRefusals.malformed("PDF version");
        }
        return Facts.ofDocument(MEDIA_TYPE, bytes.length());
    }
}
