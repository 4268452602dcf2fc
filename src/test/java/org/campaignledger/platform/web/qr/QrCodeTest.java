package org.campaignledger.platform.web.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+),(\\d+)H(\\d+)V\\d+H\\d+Z");
    private static final int QUIET_ZONE = 4;

    @Test
    void aCameraReadsWhatWasWritten() throws Exception {
        String text = "otpauth://totp/Campaign%20Ledger:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Campaign%20"
                + "Ledger&algorithm=SHA1&digits=6&period=30";
        QrCode code = QrCode.of(text);
        int side = code.size() - 2 * QUIET_ZONE;
        BitMatrix seen = new BitMatrix(side);
        for (Matcher run = RUN.matcher(code.path()); run.find();) {
            int from = Integer.parseInt(run.group(1)) - QUIET_ZONE;
            int to = Integer.parseInt(run.group(3)) - QUIET_ZONE;
            seen.setRegion(from, Integer.parseInt(run.group(2)) - QUIET_ZONE, to - from, 1);
        }
        assertThat(new Decoder().decode(seen).getText()).isEqualTo(text);
    }

    @Test
    void whatIsTooLongIsSaidToBe() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }
}
