package org.campaignledger.exchange.report.chart;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code (ISO/IEC 18004) of an address, with its quiet zone of four modules. */
public final class QrPicture {

    private static final int QUIET_ZONE = 4;

    private QrPicture() {}

    /**
     * The code as a picture.
     *
     * @throws IllegalArgumentException the address is longer than such a code holds, some two thousand characters
     */
    public static String of(String address) {
        try {
            BitMatrix code = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(
                    EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M,
                    EncodeHintType.CHARACTER_SET, "UTF-8"));
            Svg svg = new Svg(code.getWidth(), code.getHeight(), address);
            svg.rect(0, 0, code.getWidth(), code.getHeight(), "#ffffff");
            return svg.path(dark(code), "#000000").done();
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
