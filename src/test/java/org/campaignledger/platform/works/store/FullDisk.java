package org.campaignledger.platform.works.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk with room for so many bytes of each file. */
public final class FullDisk {

    private FullDisk() {}

    /** Receiving onto it. */
    public static Receiving receiving(Path folder, long room) {
        return new Receiving(folder, file -> new FilterOutputStream(Files.newOutputStream(file)) {

            private long left = room;

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw new IOException("No space left on device");
                }
                OutputStream to = out;
                to.write(bytes, offset, length);
            }
        });
    }
}
