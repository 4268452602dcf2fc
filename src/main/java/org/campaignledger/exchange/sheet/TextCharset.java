package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * In which charset a text is written: UTF-16 by its mark, UTF-8 if all of it is, otherwise GB18030 if all of it is, which a
 * Chinese edition of a spreadsheet writes. Text of GB18030 that has a Chinese character in it is never UTF-8 as well, but by
 * a chance that dies out after a few words.
 */
final class TextCharset {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextCharset() {}

    /**
     * The charset of the whole text.
     *
     * @throws SheetRefused it is none of these
     */
    static Charset of(SeekableByteChannel channel) throws IOException {
        ByteBuffer mark = ByteBuffer.allocate(2);
        channel.position(0);
        channel.read(mark);
        if (mark.position() == 2 && (mark.get(0) == (byte) 0xFF && mark.get(1) == (byte) 0xFE
                || mark.get(0) == (byte) 0xFE && mark.get(1) == (byte) 0xFF)) {
            return StandardCharsets.UTF_16;
        }
        if (reads(channel, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (reads(channel, GB18030)) {
            return GB18030;
        }
        throw SheetRefused.of("unknown-charset");
    }

    private static boolean reads(SeekableByteChannel channel, Charset charset) throws IOException {
        channel.position(0);
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        boolean end = false;
        while (!end) {
            end = channel.read(bytes) < 0;
            bytes.flip();
            CoderResult result;
            do {
                chars.clear();
                result = decoder.decode(bytes, chars, end);
                if (result.isError()) {
                    return false;
                }
            } while (result.isOverflow());
            bytes.compact();
        }
        return !decoder.flush(chars.clear()).isError();
    }
}
