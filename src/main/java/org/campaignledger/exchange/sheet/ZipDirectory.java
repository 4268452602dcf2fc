package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The end of an archive, looked at before a library reads its directory whole (APPNOTE.TXT, 4.3.16): between where the
 * directory begins and where it ends there may be a megabyte, which is thousands of parts.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT = 65_535;

    private ZipDirectory() {}

    /**
     * Passes if the directory is small.
     *
     * @throws SheetRefused it is not, or there is none
     */
    static void mustBeSmall(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        int looked = (int) Math.min(size, END_BYTES + MOST_COMMENT);
        ByteBuffer end = ByteBuffer.allocate(looked).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(size - looked);
        while (end.hasRemaining() && channel.read(end) >= 0) {
            // until the piece is full or the file ends
        }
        channel.position(0);
        for (int at = looked - END_BYTES; at >= 0; at--) {
            if (end.getInt(at) == END) {
                long directory = end.getInt(at + 16) & 0xFFFF_FFFFL;
                long until = size - looked + at;
                if (directory > until || until - directory > SheetLimits.MAX_DIRECTORY) {
                    throw SheetRefused.of("not-a-workbook");
                }
                return;
            }
        }
        throw SheetRefused.of("not-a-workbook");
    }
}
