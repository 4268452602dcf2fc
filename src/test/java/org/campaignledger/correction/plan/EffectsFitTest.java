package org.campaignledger.correction.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignledger.platform.correction.Changes;
import org.campaignledger.platform.correction.Effect;
import org.campaignledger.platform.correction.FigureChange;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An effect leaves room in its event, whatever it is about, and says what it leaves out. */
class EffectsFitTest {

    private static final int ROOM_FOR_THE_REST = 200 * 1024;

    private static Effect effect(List<Effect.OnRecord> records, @Nullable List<Map<String, Object>> falls,
            List<Effect.Amount> postings, List<FigureChange> figures) {
        return new Effect(records.size(), 1, records.size(), records, falls, postings, figures, null);
    }

    private static Effect.OnRecord record(String text) {
        return new Effect.OnRecord("entries", "e", 1L, "FJ", null, Map.of("description", text), null);
    }

    private static Effect.Amount amount(int day) {
        return new Effect.Amount("events", "FJ-" + day, null, -1, LocalDate.of(2019, 5, 1).plusDays(day));
    }

    private static FigureChange figure(String metric, @Nullable String unit, long before) {
        return new FigureChange(metric, unit, null, new FigureChange.Line(null, before, null, null, null, null),
                new FigureChange.Line(null, before - 1, null, null, null, null));
    }

    private static long bytes(Effect effect) {
        return JsonMapper.shared().writeValueAsString(Changes.fields(effect)).getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void whatIsShortStaysWhole() {
        Effect whole = effect(List.of(record("线下活动")), List.of(Map.of("kind", "awards")), List.of(amount(1)),
                List.of(figure("events", null, 10)));
        assertThat(EffectsFit.fit(whole)).isEqualTo(whole);
    }

    @Test
    void theLongestThatThereCanBeLeavesRoomForTheRequest() {
        Effect cut = EffectsFit.fit(effect(IntStream.range(0, 100).mapToObj(i -> record("长".repeat(10_000))).toList(),
                IntStream.range(0, 10_000).<Map<String, Object>>mapToObj(i -> Map.of("kind", "awards", "entry",
                        "e".repeat(36) + i)).toList(),
                IntStream.range(0, 20_000).mapToObj(EffectsFitTest::amount).toList(),
                IntStream.range(0, 5_000).mapToObj(i -> figure("events", "FJ-" + i, i)).toList()));
        assertThat(bytes(cut)).isLessThan(LedgerStore.MAX_EVENT_BYTES - ROOM_FOR_THE_REST);
        assertThat(cut.count()).isEqualTo(100);
        assertThat(cut.records()).hasSizeBetween(10, 20);
        Effect.LeftOut left = Objects.requireNonNull(cut.leftOut());
        assertThat(left.falls() + Objects.requireNonNull(cut.falls()).size()).isEqualTo(10_000);
        assertThat(left.postings() + cut.postings().size()).isEqualTo(20_000);
        assertThat(left.figures() + cut.figures().size()).isEqualTo(5_000);
    }

    @Test
    void theFirstAreKept() {
        Effect cut = EffectsFit.fit(effect(List.of(), null, List.of(), Stream.concat(Stream.of(figure("contacts", null,
                7)), IntStream.range(0, 5_000).mapToObj(i -> figure("events", "FJ-" + i, i))).toList()));
        assertThat(cut.figures().getFirst().metric()).isEqualTo("contacts");
        assertThat(cut.falls()).isNull();
    }
}
