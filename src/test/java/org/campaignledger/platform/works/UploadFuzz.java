package org.campaignledger.platform.works;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignledger.kernel.Refused;
import org.springframework.mock.web.MockHttpServletRequest;

/** A form with a file is read or refused, whatever its bytes; never is more of the file handed over than there is. */
public final class UploadFuzz {

    private static final int MOST = 1 << 16;

    private UploadFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("multipart/form-data; boundary=b");
        request.setContent(input);
        try {
            int length = Multipart.read(request, MOST, file -> file.readAllBytes().length);
            if (length > input.length) {
                throw new IllegalStateException("more than was sent");
            }
        } catch (Refused refused) {
            if (refused.code().isBlank()) {
                throw new IllegalStateException("a refusal without a code", refused);
            }
        }
    }

    /** Forms to begin with. */
    public static List<byte[]> seeds() {
        return List.of(form(
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s\"\r\n\r\nabc\r\n--b--\r\n"),
                form("--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\nt\r\n--b\r\nContent-Disposition: "
                        + "form-data; name=\"file\"; filename*=UTF-8''s\r\nContent-Type: text/csv\r\n\r\nabc\r\n--b--"));
    }

    private static byte[] form(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
