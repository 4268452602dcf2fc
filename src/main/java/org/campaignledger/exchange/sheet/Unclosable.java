package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;

/** A channel that stays open when a reader of it is closed: the file is read more than once. */
final class Unclosable implements ReadableByteChannel {

    private final SeekableByteChannel channel;

    Unclosable(SeekableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        // the file closes it
    }
}
