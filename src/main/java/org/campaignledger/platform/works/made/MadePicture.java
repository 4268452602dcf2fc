package org.campaignledger.platform.works.made;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;

/** Pictures of coloured discs with a title, another for each seed, the same for the same. */
public final class MadePicture {

    private MadePicture() {}

    /** A JPEG of this size. */
    public static byte[] jpeg(String title, int width, int height, long seed) {
        return written("jpeg", drawn(title, width, height, seed));
    }

    /** A PNG of this size. */
    public static byte[] png(String title, int width, int height, long seed) {
        return written("png", drawn(title, width, height, seed));
    }

    /** The picture itself, in plain RGB. */
    public static BufferedImage drawn(String title, int width, int height, long seed) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pattern(graphics, width, height, seed);
            title(graphics, title, width, height);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private static void pattern(Graphics2D graphics, int width, int height, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.25f, 0.95f));
        graphics.fillRect(0, 0, width, height);
        for (int i = 0; i < 12; i++) {
            int size = Math.max(4, (int) (Math.min(width, height) * (0.15 + 0.4 * random.nextDouble())));
            graphics.setColor(Color.getHSBColor(random.nextFloat(), 0.6f, 0.85f));
            graphics.fillOval((int) (random.nextDouble() * width) - size / 2,
                    (int) (random.nextDouble() * height) - size / 2, size, size);
        }
    }

    /** A machine without any font still makes the pattern. */
    private static void title(Graphics2D graphics, String title, int width, int height) {
        try {
            int size = Math.max(8, Math.min(height / 8, width / Math.max(4, title.length())));
            graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
            int left = Math.max(2, (width - graphics.getFontMetrics().stringWidth(title)) / 2);
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, height / 2 - size, width, size * 3 / 2);
            graphics.setColor(Color.DARK_GRAY);
            graphics.drawString(title, left, height / 2 + size / 8);
        } catch (RuntimeException | InternalError | NoClassDefFoundError | UnsatisfiedLinkError noFont) {
            graphics.setColor(Color.WHITE);
        }
    }

    private static byte[] written(String format, BufferedImage picture) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, format, out);
            return out.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
