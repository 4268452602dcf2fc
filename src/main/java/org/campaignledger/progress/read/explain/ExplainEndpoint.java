package org.campaignledger.progress.read.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /campaigns/{c}/progress/explain}, for those who may see records. */
@RestController
class ExplainEndpoint {

    private static final int MAX_LIMIT = 500;

    private final Explain explain;

    ExplainEndpoint(Explain explain) {
        this.explain = explain;
    }

    /** The postings behind one figure, page by page, with the sum over all of them. */
    @GetMapping("/api/v1/campaigns/{campaign}/progress/explain")
    ResponseEntity<Explanation> explain(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.get();
        new Checks().that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range",
                Map.of("min", 1, "max", MAX_LIMIT)).refuseIfAny();
        Explain.Question question = new Explain.Question(campaign, metric(metric), unit, category, position, at, on,
                limit, Cursor.of(after));
        Explanation answer = explain.answer(actor, question, waitFor);
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(answer.position())).body(answer);
    }

    private static Metric metric(@Nullable String id) {
        if (id == null) {
            throw Refused.because(Violation.of("metric", "missing"));
        }
        return Metric.of(id)
                .orElseThrow(() -> Refused.because(Violation.of("metric", "unknown-metric", "metric", id)));
    }
}
