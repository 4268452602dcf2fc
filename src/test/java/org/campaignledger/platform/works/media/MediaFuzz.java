package org.campaignledger.platform.works.media;

import java.util.List;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.platform.works.made.MadeSound;
import org.campaignledger.platform.works.made.MadeVideo;

/** A work or document is known or refused, whatever its bytes. */
public final class MediaFuzz {

    private MediaFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            Looked.redacted(input, Looked.at(input).redaction());
        } catch (Refused refused) {
            if (!refused.code().startsWith("media-")) {
                throw new IllegalStateException("a refusal that says nothing of media", refused);
            }
        }
    }

    /** Files to begin with. */
    public static List<byte[]> seeds() throws Exception {
        return List.of(MadeVideo.lasting("t", 5000).bytes(), MadeSound.m4a(4), MadePicture.jpeg("t", 16, 12, 1),
                MadePicture.png("t", 16, 12, 1), MadeSound.wav(440, 20), MadeSound.mp3(3));
    }
}
