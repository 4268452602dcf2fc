package org.campaignledger.door.hostile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came back, as it came.
 *
 * @param status  of HTTP; 0 where the line was cut without an answer
 * @param headers names in lower case and values, in turn
 * @param body    as much of it as was read
 * @param whole   whether that is all of it: streams are left after their beginning
 */
record Reply(int status, List<String> headers, byte[] body, boolean whole) {

    /** The first value of a header, if it is there. */
    @Nullable
    String header(String name) {
        for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equals(name.toLowerCase(Locale.ROOT))) {
                return headers.get(i + 1);
            }
        }
        return null;
    }

    String mediaType() {
        String type = header("content-type");
        return type == null ? "" : type;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
