package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An event in Axon Server's form is the event again, with every byte that is hashed. */
class AxonServerFormTest {

    private static final RecordedEvent EVENT = new RecordedEvent(7, UUID.fromString(
            "00000000-0000-4000-8000-0000000000ab"), "合集", "a-1/工会", 3, "ThingHappened", 2,
            Instant.parse("2019-07-01T08:00:00.123456789Z"), new byte[]{1, 0, -1}, new byte[]{}, new byte[16]);

    @Test
    void itComesBackByteForByte() {
        assertThat(AxonServerForm.read(AxonServerForm.write("0a1b2c3d", EVENT))).usingRecursiveComparison()
                .isEqualTo(EVENT);
    }

    @Test
    void axonServerSeesWhatItIndexesAndShows() {
        Event event = AxonServerForm.write("0a1b2c3d", EVENT);
        assertThat(event.getAggregateIdentifier()).isEqualTo("0a1b2c3d/a-1/工会");
        assertThat(event.getAggregateSequenceNumber()).isEqualTo(3);
        assertThat(event.getMessageIdentifier()).isEqualTo(EVENT.eventId().toString());
        assertThat(event.getPayload().getType()).isEqualTo("ThingHappened");
        assertThat(event.getPayload().getRevision()).isEqualTo("2");
    }

    @Test
    void anEventOfAnotherLedgerIsToldApart() {
        Event event = AxonServerForm.write("0a1b2c3d", EVENT);
        assertThat(AxonServerForm.isOf("0a1b2c3d", event)).isTrue();
        assertThat(AxonServerForm.isOf("0a1b2c3", event)).isFalse();
        assertThat(AxonServerForm.isOf("ffffffff", event)).isFalse();
        assertThat(AxonServerForm.isOf("0a1b2c3d", Event.getDefaultInstance())).isFalse();
    }

    /** Kept as it was shipped: what is stored is never written again. */
    @Test
    void theFirstFormStaysReadable() {
        String shipped = "01" + "0000000000000007" + "000000005d19bd80" + "075bcd15" + "0000000000000003" + "00000002"
                + "00000000000040008000" + "0000000000ab" + "00000010" + "00".repeat(16) + "00000000"
                + "00000003" + "0100ff" + "00000006" + "e59088e99b86" + "0000000a" + "612d312fe5b7a5e4bc9a"
                + "0000000d" + "5468696e6748617070656e6564";
        assertThat(read(java.util.HexFormat.of().parseHex(shipped))).usingRecursiveComparison().isEqualTo(EVENT);
    }

    @Test
    void anUnknownFormIsNotGuessed() {
        assertThatThrownBy(() -> read(new byte[]{2})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read(new byte[200])).isInstanceOf(IllegalArgumentException.class);
    }

    private static RecordedEvent read(byte[] payload) {
        return AxonServerForm.read(Event.newBuilder()
                .setPayload(SerializedObject.newBuilder().setData(ByteString.copyFrom(payload))).build());
    }
}
