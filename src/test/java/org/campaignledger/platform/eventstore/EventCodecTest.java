package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is true of the codec whatever the events; those here exist in this test alone. */
class EventCodecTest {

    /** Events of a slice that there is not. */
    sealed interface TestEvent extends LedgerEvent permits Moved, Stood {

        @Override
        default List<Posting> postings() {
            return List.of();
        }

        @Override
        default Reference reference() {
            return new Reference(null, null, null, "r", null);
        }
    }

    /** Its third form: from {where} by {to, on?} to {to, on?, steps}. */
    record Moved(String to, @Nullable LocalDate on, long steps) implements TestEvent {}

    record Stood(String at) implements TestEvent {}

    private static final Upcaster NAMES_THE_GOAL = new Upcaster("Moved", 1, json -> {
        json.set("to", json.remove("where"));
        return json;
    });
    private static final Upcaster COUNTS_STEPS = new Upcaster("Moved", 2, json -> json.put("steps", 1));

    private final EventCodec codec = new EventCodec(
            List.of(new EventTypes(TestEvent.class, List.of(NAMES_THE_GOAL, COUNTS_STEPS))));

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void an_event_of_the_first_form_is_brought_up_to_the_newest_step_by_step() {
        assertThat(codec.decodePayload("Moved", 1, bytes("{\"where\":\"北京\"}"))).isEqualTo(new Moved("北京", null, 1));
        assertThat(codec.decodePayload("Moved", 2, bytes("{\"to\":\"a\",\"on\":\"2019-05-01\"}")))
                .isEqualTo(new Moved("a", LocalDate.of(2019, 5, 1), 1));
        assertThat(codec.decodePayload("Moved", 3, bytes("{\"to\":\"a\",\"steps\":7}")))
                .isEqualTo(new Moved("a", null, 7));
    }

    @Test
    void events_are_written_in_the_newest_form_only() {
        var moved = new Moved("a", null, 7);
        assertThat(codec.revisionOf(moved)).isEqualTo(3);
        assertThat(codec.revisionOf(new Stood("a"))).isEqualTo(1);
        assertThat(codec.encode(moved)).asString(StandardCharsets.UTF_8).isEqualTo("{\"steps\":7,\"to\":\"a\"}");
        assertThat(codec.types()).containsExactlyInAnyOrder("Moved", "Stood");
    }

    @ParameterizedTest
    @CsvSource({"Moved, 4", "Moved, 0", "Moved, -1", "Stood, 2", "Flown, 1", "moved, 1"})
    void a_type_or_revision_that_is_not_known_is_refused(String type, int revision) {
        assertThatThrownBy(() -> codec.decodePayload(type, revision, bytes("{\"to\":\"a\",\"steps\":1}")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(type + " revision " + revision);
    }

    @Test
    void a_field_that_is_not_known_is_refused_and_not_lost() {
        assertThatThrownBy(() -> codec.decodePayload("Stood", 1, bytes("{\"at\":\"a\",\"for\":3}")))
                .hasMessageContaining("for");
        assertThatThrownBy(() -> codec.decodePayload("Stood", 1, bytes("{\"at\":"))).isNotNull();
    }

    @Test
    void an_event_of_no_slice_is_not_written() {
        record Stray() implements LedgerEvent {

            @Override
            public List<Posting> postings() {
                return List.of();
            }

            @Override
            public Reference reference() {
                return Reference.ofCampaign("2019");
            }
        }
        assertThatThrownBy(() -> codec.encode(new Stray())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void upcasters_that_leave_a_gap_fail_the_start() {
        for (List<Upcaster> steps : List.of(List.of(COUNTS_STEPS), List.of(NAMES_THE_GOAL, NAMES_THE_GOAL))) {
            assertThatThrownBy(() -> new EventCodec(List.of(new EventTypes(TestEvent.class, steps))))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("Moved");
        }
    }

    @Test
    void two_types_of_one_name_fail_the_start() {
        EventTypes once = EventTypes.of(TestEvent.class);
        assertThatThrownBy(() -> new EventCodec(List.of(once, once))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void metadata_are_an_object_of_texts_with_sorted_keys() {
        byte[] encoded = codec.encodeMetadata(Map.of("role", "ADMIN", "account", "管理员", "correlationId", "c"));
        assertThat(encoded).asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"account\":\"管理员\",\"correlationId\":\"c\",\"role\":\"ADMIN\"}");
        assertThat(codec.decodeMetadata(encoded)).containsEntry("account", "管理员").hasSize(3);
    }

    @Test
    void a_recorded_event_is_decoded_with_all_that_stands_beside_it() {
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2019-07-01T08:00:00.123Z");
        LedgerEntry entry = codec.decode(new RecordedEvent(9, id, "Walk", "w", 4, "Moved", 1, at,
                bytes("{\"where\":\"a\"}"), bytes("{\"account\":\"fj\"}"), new byte[16]));
        assertThat(entry).isEqualTo(new LedgerEntry(9, at, id.toString(), "w", 4, "Moved", new Moved("a", null, 1),
                Map.of("account", "fj")));
    }
}
