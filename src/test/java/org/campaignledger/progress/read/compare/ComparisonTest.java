package org.campaignledger.progress.read.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignledger.progress.read.progress.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ComparisonTest {

    private static Progress progress(long position, @Nullable Long target, long actual, long accepted) {
        return new Progress("2019", position, Instant.EPOCH, List.of(),
                List.of(new Progress.Target("events", target, actual, null, null, null, 0)),
                List.of(new Progress.Unit("FJ", null, Map.of("events", new Progress.Figure(target, actual)))),
                List.of(new Progress.Category("video", 5, accepted, 0, 0, 0)));
    }

    @Test
    void theDifferenceIsWhatTheSecondHasMore() {
        Comparison comparison = Comparison.of(progress(3, 3000L, 10, 4), progress(9, 3100L, 7, 5));
        assertThat(comparison.difference()).isEqualTo(new Comparison.Difference(
                List.of(new Comparison.TargetDifference("events", 100L, -3)),
                List.of(new Progress.Unit("FJ", null, Map.of("events", new Progress.Figure(100L, -3)))),
                List.of(new Progress.Category("video", 0, 1, 0, 0, 0))));
    }

    @Test
    void withoutATargetAtBothPointsThereIsNoDifferenceOfTargets() {
        Comparison comparison = Comparison.of(progress(3, null, 10, 4), progress(9, 3100L, 7, 5));
        assertThat(JsonMapper.builder().build().writeValueAsString(comparison.difference().targets()))
                .isEqualTo("[{\"metric\":\"events\",\"actual\":-3}]");
    }

    @Test
    void bothAndTheirDifferenceAreAnswered() {
        String json = JsonMapper.builder().build().writeValueAsString(
                Comparison.of(progress(3, 1L, 1, 1), progress(9, 1L, 1, 1)));
        assertThat(json).startsWith("{\"from\":{\"campaign\":\"2019\",\"position\":3,")
                .contains("\"to\":{\"campaign\":\"2019\",\"position\":9,").contains("\"difference\":{\"targets\":[");
    }
}
