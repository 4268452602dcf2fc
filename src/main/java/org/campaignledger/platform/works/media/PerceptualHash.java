package org.campaignledger.platform.works.media;

import java.awt.image.BufferedImage;

/**
 * A difference hash: the picture as nine by eight fields of grey, and for each field whether it is lighter than its
 * neighbour to the left. Scaling, compressing and brightening change few of the 64 bits.
 */
final class PerceptualHash {

    private static final int ACROSS = 9;
    private static final int DOWN = 8;

    private PerceptualHash() {}

    /** 16 hexadecimal digits. */
    static String of(BufferedImage picture) {
        long hash = 0;
        for (int y = 0; y < DOWN; y++) {
            double left = grey(picture, 0, y);
            for (int x = 1; x < ACROSS; x++) {
                double right = grey(picture, x, y);
                hash = hash << 1 | (right > left ? 1 : 0);
                left = right;
            }
        }
        return String.format("%016x", hash);
    }

    /** Mean of a field; fields of a picture smaller than the grid are single pixels. */
    private static double grey(BufferedImage picture, int x, int y) {
        int fromX = x * picture.getWidth() / ACROSS;
        int toX = Math.max(fromX + 1, (x + 1) * picture.getWidth() / ACROSS);
        int fromY = y * picture.getHeight() / DOWN;
        int toY = Math.max(fromY + 1, (y + 1) * picture.getHeight() / DOWN);
        long sum = 0;
        for (int py = fromY; py < toY; py++) {
            for (int px = fromX; px < toX; px++) {
                int rgb = picture.getRGB(px, py);
                sum += 299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff);
            }
        }
        return sum / 1000.0 / ((long) (toX - fromX) * (toY - fromY));
    }
}
