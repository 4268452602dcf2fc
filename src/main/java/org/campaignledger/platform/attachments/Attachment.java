package org.campaignledger.platform.attachments;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Bytes that an event names by their digest. The digest covers the bytes alone: the media type is what whoever kept them
 * has said of them.
 *
 * @param sha256    SHA-256 of the bytes, 64 lower-case hexadecimal digits
 * @param mediaType such as {@code application/json}
 * @param bytes     at most {@link #MAX_BYTES} of them
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Attachment(String sha256, String mediaType, byte[] bytes) {

    /** The longest attachment: 16 MiB, so that one at a time fits into any heap. */
    public static final int MAX_BYTES = 16 << 20;

    /** What is said of bytes of which nothing is known. */
    public static final String UNKNOWN_TYPE = "application/octet-stream";

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    // What is kept here is a header at the door later: nothing may come in by it.
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,40}/[a-z0-9.+-]{1,80}(; ?charset=utf-8)?");

    /**
     * An attachment.
     *
     * @throws IllegalArgumentException the bytes do not have this digest, there are too many of them, or the media type is
     *                                  none
     */
    public Attachment {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("an attachment of " + bytes.length + " bytes; it may have " + MAX_BYTES);
        }
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("no media type of an attachment: " + mediaType);
        }
        if (!sha256.equals(digest(bytes))) {
            throw new IllegalArgumentException("the bytes of the attachment do not have the digest " + sha256);
        }
    }

    /**
     * The attachment of these bytes.
     *
     * @throws IllegalArgumentException there are too many of them, or the media type is none
     */
    public static Attachment of(String mediaType, byte[] bytes) {
        return new Attachment(digest(bytes), mediaType, bytes);
    }

    /** Whether this is a digest in the form in which events name them. */
    public static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
