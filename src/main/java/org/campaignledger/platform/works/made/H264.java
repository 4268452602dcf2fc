package org.campaignledger.platform.works.made;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/**
 * The least of H.264 that every player shows: pictures whose blocks stand there as plain samples (I_PCM), and pictures in
 * which every block is skipped, so that the one before goes on. Baseline profile; no coding, hence no encoder.
 */
final class H264 {

    private static final int BLOCK = 16;
    private static final int FRAME_NUMBERS = 256;

    private final int across;
    private final int down;

    /** Of pictures of this size, both sides multiples of 16. */
    H264(int width, int height) {
        if (width % BLOCK != 0 || height % BLOCK != 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("sides are multiples of 16: " + width + "×" + height);
        }
        this.across = width / BLOCK;
        this.down = height / BLOCK;
    }

    /** What the decoder has to know beforehand, as the sample entry holds it. */
    byte[] configuration() {
        byte[] sps = nal(0x67, new Bits().bits(66, 8).bits(0xc0, 8).bits(30, 8).ue(0).ue(4).ue(2).ue(1).bits(0, 1)
                .ue(across - 1).ue(down - 1).bits(0b1100, 4).end().bytes());
        byte[] pps = nal(0x68, new Bits().ue(0).ue(0).bits(0, 2).ue(0).ue(0).ue(0).bits(0, 3).ue(0).ue(0).ue(0)
                .bits(0b100, 3).end().bytes());
        byte[] head = {1, 66, (byte) 0xc0, 30, (byte) 0xff, (byte) 0xe1};
        return Boxes.box("avcC", head, Boxes.shorts(sps.length), sps, new byte[]{1}, Boxes.shorts(pps.length), pps);
    }

    /** A picture that stands for itself. */
    byte[] key(BufferedImage picture, int id) {
        Bits slice = new Bits().ue(0).ue(7).ue(0).bits(0, 8).ue(id % 2).bits(0, 2).ue(0).ue(1);
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                slice.ue(25).align();
                block(slice, picture, x * BLOCK, y * BLOCK);
            }
        }
        return sample(nal(0x65, slice.end().bytes()));
    }

    /** The picture before, the {@code number}th since the last that stands for itself. */
    byte[] same(int number) {
        return sample(nal(0x41, new Bits().ue(0).ue(5).ue(0).bits(number % FRAME_NUMBERS, 8).bits(0, 3).ue(0).ue(1)
                .ue(across * down).end().bytes()));
    }

    private static void block(Bits slice, BufferedImage picture, int left, int top) {
        for (int y = 0; y < BLOCK; y++) {
            for (int x = 0; x < BLOCK; x++) {
                int rgb = picture.getRGB(left + x, top + y);
                slice.bits(16 + weighed(rgb, 66, 129, 25), 8);
            }
        }
        for (int colour = 0; colour < 2; colour++) {
            for (int y = 0; y < BLOCK; y += 2) {
                for (int x = 0; x < BLOCK; x += 2) {
                    int rgb = picture.getRGB(left + x, top + y);
                    slice.bits(128 + (colour == 0 ? weighed(rgb, -38, -74, 112) : weighed(rgb, 112, -94, -18)), 8);
                }
            }
        }
    }

    private static int weighed(int rgb, int red, int green, int blue) {
        return red * (rgb >> 16 & 255) + green * (rgb >> 8 & 255) + blue * (rgb & 255) + 128 >> 8;
    }

    private static byte[] sample(byte[] nal) {
        return Boxes.join(Boxes.ints(nal.length), nal);
    }

    /** Puts a three after two zeros wherever a smaller number follows: those stand for starts. */
    private static byte[] nal(int type, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(type);
        int zeros = 0;
        for (byte b : bytes) {
            if (zeros == 2 && (b & 0xff) <= 3) {
                out.write(3);
                zeros = 0;
            }
            out.write(b);
            zeros = b == 0 ? zeros + 1 : 0;
        }
        return out.toByteArray();
    }
}
