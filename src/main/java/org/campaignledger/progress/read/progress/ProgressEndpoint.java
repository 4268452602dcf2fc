package org.campaignledger.progress.read.progress;

import java.time.Instant;
import java.time.LocalDate;

import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.progress.live.LiveFreshness;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /campaigns/{c}/progress}, for everyone. */
@RestController
class ProgressEndpoint {

    private final ProgressAt progress;
    private final LiveFreshness freshness;

    ProgressEndpoint(ProgressAt progress, LiveFreshness freshness) {
        this.progress = progress;
        this.freshness = freshness;
    }

    /** The balance of a campaign against its plan, now or at the point in time asked for. */
    @GetMapping("/api/v1/campaigns/{campaign}/progress")
    ResponseEntity<Progress> progress(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long waitFor) {
        freshness.await(waitFor);
        Progress answer = progress.of(campaign, new Asked(position, at, on, unit));
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(answer.position())).body(answer);
    }
}
