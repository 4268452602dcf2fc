package org.campaignledger.platform.web.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.kernel.Refused;
import tools.jackson.databind.JsonNode;

/** A body is read or refused, whatever its bytes; what is read has one canonical form, which reads as the same again. */
public final class BodiesFuzz {

    private BodiesFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        ByteArrayInputStream rest = new ByteArrayInputStream(Arrays.copyOfRange(input, 1, input.length));
        try {
            if (input[0] == 'y') {
                YamlTrees.read(rest);
                return;
            }
            byte[] canonical = CanonicalJson.bytes(JsonTrees.read(rest));
            JsonNode again = JsonTrees.read(new ByteArrayInputStream(canonical));
            if (!Arrays.equals(canonical, CanonicalJson.bytes(again))) {
                throw new IllegalStateException("two canonical forms of one body");
            }
        } catch (Refused refused) {
            if (refused.code().isBlank()) {
                throw new IllegalStateException("a refusal without a code", refused);
            }
        }
    }

    /** Bodies to begin with. */
    public static List<byte[]> seeds() {
        return List.of("j{\"a\":[1,2.5,-3e2,\"\\u00e9\\n\",true,null]}".getBytes(StandardCharsets.UTF_8),
                "j{\"unit\":\"FJ\",\"contacts\":1e400}".getBytes(StandardCharsets.UTF_8),
                "ycampaign: x\nunits:\n  - {code: FJ, n: 1}\ntext: |\n  a\n".getBytes(StandardCharsets.UTF_8));
    }
}
