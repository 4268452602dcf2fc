package org.campaignledger.platform.web.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the text of a request's header means: a server reads headers byte by byte, whatever they are written in. */
public final class HeaderText {

    private HeaderText() {}

    /**
     * The text whose UTF-8 these bytes are; what is no UTF-8, or comes from within and is text already, as it is.
     *
     * @param read as the server has read it, a character for each byte
     */
    public static String meant(String read) {
        if (read.chars().allMatch(c -> c < 0x80) || read.chars().anyMatch(c -> c > 0xff)) {
            return read;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read.getBytes(
                    StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException another) {
            return read;
        }
    }
}
