package org.campaignledger.exchange.report.chart;

import org.campaignledger.platform.web.qr.QrCode;

/** A QR code of an address as a picture, black on white. */
public final class QrPicture {

    private QrPicture() {}

    /**
     * The code as a picture.
     *
     * @throws IllegalArgumentException the address is longer than such a code holds, some two thousand characters
     */
    public static String of(String address) {
        QrCode code = QrCode.of(address);
        Svg svg = new Svg(code.size(), code.size(), address);
        svg.rect(0, 0, code.size(), code.size(), "#ffffff");
        return svg.path(code.path(), "#000000").done();
    }
}
