package org.campaignledger.progress.read.compare;

import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.progress.live.LiveFreshness;
import org.campaignledger.progress.read.progress.Asked;
import org.campaignledger.progress.read.progress.Progress;
import org.campaignledger.progress.read.progress.ProgressAt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /campaigns/{c}/progress/compare}, for everyone. */
@RestController
class CompareEndpoint {

    private final ProgressAt progress;
    private final LiveFreshness freshness;

    CompareEndpoint(ProgressAt progress, LiveFreshness freshness) {
        this.progress = progress;
        this.freshness = freshness;
    }

    /** Progress at two points in time, each a position or an instant, and what the second has more than the first. */
    @GetMapping("/api/v1/campaigns/{campaign}/progress/compare")
    ResponseEntity<Comparison> compare(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Asked first = asked("from", from, unit);
        Asked second = asked("to", to, unit);
        freshness.await(waitFor);
        Progress before = progress.of(campaign, first);
        Progress after = progress.of(campaign, second);
        return ResponseEntity.ok()
                .header(CommandDoor.POSITION, Long.toString(Math.max(before.position(), after.position())))
                .body(Comparison.of(before, after));
    }

    private static Asked asked(String field, @Nullable String pointInTime, @Nullable String unit) {
        PointInTime.Given given = PointInTime.Given.of(field, pointInTime);
        return new Asked(given.position(), given.at(), null, unit);
    }
}
