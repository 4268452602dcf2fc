package org.campaignledger.platform.works.made;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sounds: a tone as WAV, silence as M4A and MP3, which cannot be coded in a few lines. */
public final class MadeSound {

    private static final int RATE = 8000;
    private static final int AAC_SAMPLES = 1024;
    private static final int AAC_RATE = 16_000;

    private MadeSound() {}

    /** A tone of so many hertz, 8,000 samples a second of 16 bits. */
    public static byte[] wav(double hertz, long millis) {
        int samples = (int) (RATE * millis / 1000);
        ByteBuffer out = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        out.put(Boxes.text("RIFF")).putInt(36 + samples * 2).put(Boxes.text("WAVEfmt ")).putInt(16);
        out.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2).putShort((short) 2)
                .putShort((short) 16);
        out.put(Boxes.text("data")).putInt(samples * 2);
        for (int i = 0; i < samples; i++) {
            out.putShort((short) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return out.array();
    }

    /** Silence, AAC in an MP4 of sound alone, in whole frames of 64 ms. */
    public static byte[] m4a(int frames, byte[]... extras) {
        // One channel element without a single band, then the end.
        byte[] silence = new Bits().bits(0, 3).bits(0, 4).bits(0, 8).bits(0, 11).bits(0, 3).bits(7, 3).align().bytes();
        List<byte[]> samples = Collections.nCopies(frames, silence);
        List<Integer> durations = Collections.nCopies(frames, AAC_SAMPLES);
        byte[] specific = new Bits().bits(2, 5).bits(8, 4).bits(1, 4).bits(0, 3).bytes();
        byte[] decoder = descriptor(4, Boxes.join(new byte[]{0x40, 0x15}, Boxes.zeros(11), descriptor(5, specific)));
        byte[] esds = Boxes.box("esds", Boxes.ints(0), descriptor(3, Boxes.join(Boxes.shorts(1), Boxes.zeros(1),
                decoder, descriptor(6, new byte[]{2}))));
        byte[] entry = Boxes.box("mp4a", Boxes.zeros(6), Boxes.shorts(1), Boxes.zeros(8), Boxes.shorts(1, 16, 0, 0),
                Boxes.ints((long) AAC_RATE << 16), esds);
        return new Movie("M4A ", new Movie.Track(false, 0, 0, entry, samples, durations, List.of()), AAC_RATE, true,
                new ArrayList<>(List.of(extras))).bytes();
    }

    private static byte[] descriptor(int tag, byte[] body) {
        return Boxes.join(new byte[]{(byte) tag, (byte) body.length}, body);
    }

    /** Silence, MP3, 128 kbit/s at 44,100 samples a second: so many frames of 1,152 samples. */
    public static byte[] mp3(int frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            out.writeBytes(Boxes.ints(0xfffb9000L));
            out.writeBytes(Boxes.zeros(417 - 4));
        }
        return out.toByteArray();
    }
}
