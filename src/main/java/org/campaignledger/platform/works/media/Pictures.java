package org.campaignledger.platform.works.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.campaignledger.kernel.Refused;

/** Decodes pictures to a bounded size and writes them anew. Two at a time, so that memory stays bounded, too. */
public final class Pictures {

    private static final Semaphore AT_ONCE = new Semaphore(2);
    private static final float QUALITY = 0.86f;

    static {
        // Never a scratch file of the framework's own: what is read is a file already.
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /**
     * Decodes a picture, upright, in plain RGB on white, no side longer than asked for.
     *
     * @param mediaType   of the two that are known
     * @param orientation as stored, 1 to 8
     * @param mostSide    the longest side of the outcome, in pixels; a smaller picture keeps its size
     * @throws Refused {@code media-malformed} if it cannot be decoded
     */
    public static BufferedImage upright(Path file, String mediaType, int orientation, int mostSide) {
        try {
            AT_ONCE.acquireUninterruptibly();
            return turned(scaled(decoded(file, mediaType, mostSide), mostSide), orientation);
        } catch (IOException | RuntimeException | OutOfMemoryError undecodable) {
            if (undecodable instanceof Refused refused) {
                throw refused;
            }
            if (!Files.isReadable(file)) {
                throw new UncheckedIOException(new IOException(file + " is not readable", undecodable));
            }
            throw MediaRefusals.malformed(mediaType);
        } finally {
            AT_ONCE.release();
        }
    }

    /** As JPEG: pixels and nothing else. */
    public static void writeJpeg(BufferedImage picture, OutputStream out) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage decoded(Path file, String mediaType, int mostSide) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader of " + mediaType);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new FileImageInputStream(new File(file.toUri()))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            // Twice what is wanted at the least, so that scaling down has something to average.
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * mostSide));
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage picture, int mostSide) {
        double factor = Math.min(1.0, (double) mostSide / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        return drawn(picture, width, height, AffineTransform.getScaleInstance(
                (double) width / picture.getWidth(), (double) height / picture.getHeight()));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform how) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, how, null);
        } finally {
            graphics.dispose();
        }
        return drawn;
    }

    /** As EXIF numbers the eight ways to hold a camera. */
    private static BufferedImage turned(BufferedImage picture, int orientation) {
        if (orientation == 1) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        AffineTransform how = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        return orientation >= 5 ? drawn(picture, h, w, how) : drawn(picture, w, h, how);
    }
}
