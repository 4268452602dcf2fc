package org.campaignledger.seal.verify.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an event names is read from where the page on the sealed log says; what is not of that form is told. */
class AttachedTest {

    private static final String DIGEST = "0123456789abcdef".repeat(4);

    private final Attached attached = new Attached();

    private void takes(long position, String type, int revision, String payload) {
        StoredEvent event = new StoredEvent();
        event.position = position;
        event.type = type;
        event.revision = revision;
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, event.payload.room(bytes.length), 0, bytes.length);
        event.payload.length(bytes.length);
        attached.take(event);
    }

    private static String naming(String digest) {
        return "{\"list\":{\"records\":5000,\"sha256\":\"" + digest + "\"}}";
    }

    @Test
    void theFirstPositionThatNamesADigestCounts() {
        takes(7, "CorrectionRequested", 1, naming(DIGEST));
        takes(9, "CorrectionRequested", 1, naming(DIGEST));
        assertThat(attached.firstNamed()).containsExactly(Map.entry(DIGEST, 7L));
        assertThat(attached.obstacle()).isNull();
    }

    @Test
    void laterStretchesComeAfterEarlierOnes() {
        takes(7, "CorrectionRequested", 1, naming(DIGEST));
        Attached all = new Attached();
        all.add(attached);
        takes(8, "CorrectionRequested", 1, naming("f".repeat(64)));
        all.add(attached);
        assertThat(all.firstNamed()).containsExactly(Map.entry(DIGEST, 7L),
                Map.entry("f".repeat(64), 8L));
    }

    @Test
    void aListMayBeAbsentAndOtherTypesNameNothing() {
        takes(1, "CorrectionRequested", 1, "{\"reason\":\"x\"}");
        takes(2, "EventHeld", 1, naming(DIGEST));
        assertThat(attached.firstNamed()).isEmpty();
        assertThat(attached.obstacle()).isNull();
    }

    @Test
    void whatIsNoDigestOrOfALaterRevisionIsTold() {
        takes(3, "CorrectionRequested", 1, naming(DIGEST.toUpperCase(Locale.ROOT)));
        assertThat(attached.obstacle()).startsWith("position 3 is CorrectionRequested").contains("digest");
        takes(4, "CorrectionRequested", 2, naming(DIGEST));
        assertThat(attached.obstacle()).as("the first").contains("position 3");
        Attached later = new Attached();
        assertThat(later.obstacle()).isNull();
        later.add(attached);
        assertThat(later.obstacle()).contains("position 3");
    }
}
