package org.campaignledger.seal.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.junit.jupiter.api.Test;

/** The form of an entry never changes: these bytes were computed apart from this code, from the page that defines it. */
class EntryTest {

    private static RecordedEvent event(String type) {
        return new RecordedEvent(258, new UUID(1, 2), "HeldEvent", "id-1", 0, type, 1,
                Instant.parse("2019-07-31T15:59:59.123Z"), "{\"title\":\"送文化\"}".getBytes(StandardCharsets.UTF_8),
                "{\"account\":\"fujian\"}".getBytes(StandardCharsets.UTF_8),
                HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"));
    }

    @Test
    void anEntryIsTheseBytes() {
        assertThat(HexFormat.of().formatHex(new Entry().of(event("EventHeld")))).isEqualTo(
                "0100000000000001020000016c48c2749300014973a0d3f1101f7c0effeab2d5fce7096dafcb21da86bd1394fb817afb677c649fd4362ac82967a239accddc1deea76aff9faff5b11f08051daff05f42ffcb774576656e7448656c64");
        assertThat(HexFormat.of().formatHex(new Entry().leafHash(event("EventHeld")))).isEqualTo(
                "3dae6fe08d1c3b727188a8393b6bad6b96a30f651a67e62914b77a34d7dda1ba");
    }

    @Test
    void aTypeIsNeitherEmptyNorLongerThanAHundredBytes() {
        assertThat(new Entry().of(event("E".repeat(100)))).hasSize(183);
        assertThatThrownBy(() -> new Entry().of(event(""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Entry().of(event("E".repeat(101)))).isInstanceOf(IllegalArgumentException.class);
    }
}
