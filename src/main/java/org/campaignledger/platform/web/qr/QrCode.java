package org.campaignledger.platform.web.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code (ISO/IEC 18004), with its quiet zone of four modules.
 *
 * @param size modules on each side, the quiet zone included
 * @param path its dark modules as the data of an SVG path, one unit a module
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    /**
     * The code of a text.
     *
     * @throws IllegalArgumentException the text is longer than such a code holds, some two thousand characters
     */
    public static QrCode of(String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET, "UTF-8"));
            return new QrCode(code.getWidth(), dark(code));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    private static String dark(BitMatrix code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                int run = x;
                while (run < code.getWidth() && code.get(run, y)) {
                    run++;
                }
                if (run > x) {
                    path.append("M%d,%dH%dV%dH%dZ".formatted(x, y, run, y + 1, x));
                    x = run;
                }
            }
        }
        return path.toString();
    }
}
