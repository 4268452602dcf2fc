package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** What a file's first bytes say that it is. */
enum Signature {

    /** A ZIP archive, as workbooks are. */
    ZIP,
    /** A compound file: a workbook of the form before 2007, or one that is locked by a password. */
    COMPOUND,
    /** Something that is no text. */
    BINARY,
    /** Nothing at all. */
    EMPTY,
    /** Perhaps a text. */
    TEXT;

    private static final int LOOKED_AT = 4096;

    static Signature of(SeekableByteChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LOOKED_AT);
        channel.position(0);
        while (start.hasRemaining() && channel.read(start) >= 0) {
            // until the piece is full or the file ends
        }
        channel.position(0);
        byte[] bytes = start.array();
        int length = start.position();
        if (length == 0) {
            return EMPTY;
        }
        if (length > 3 && bytes[0] == 'P' && bytes[1] == 'K') {
            return ZIP;
        }
        if (length > 3 && bytes[0] == (byte) 0xD0 && bytes[1] == (byte) 0xCF && bytes[2] == 0x11) {
            return COMPOUND;
        }
        if (length > 1 && (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE
                || bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)) {
            // the mark of UTF-16, in which every other byte may be nought
            return TEXT;
        }
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return BINARY;
            }
        }
        return TEXT;
    }
}
