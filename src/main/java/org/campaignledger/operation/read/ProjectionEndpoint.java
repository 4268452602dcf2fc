package org.campaignledger.operation.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.DeadLetters;
import org.campaignledger.platform.processing.Processors;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.processing.Rebuild;
import org.campaignledger.platform.processing.Rebuilder;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The projections: how far they are, and rebuilding them while commands go on. */
@RestController
@RequestMapping("/api/v1/operations/projections")
class ProjectionEndpoint {

    private final Processors processors;
    private final ProjectionPositions positions;
    private final DeadLetters letters;
    private final Rebuilder rebuilder;
    private final LedgerStore store;
    private final Freshness freshness;

    ProjectionEndpoint(Processors processors, ProjectionPositions positions, DeadLetters letters, Rebuilder rebuilder,
            LedgerStore store, Freshness freshness) {
        this.processors = processors;
        this.positions = positions;
        this.letters = letters;
        this.rebuilder = rebuilder;
        this.store = store;
        this.freshness = freshness;
    }

    /** All projections. */
    record ProjectionList(long head, List<ProjectionView> items) {}

    /** How one projection stands; {@code worksHere} tells whether this instance works on it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectionView(
            String name, long position, long lagEvents, double lagSeconds, long deadLetters, boolean worksHere,
            @Nullable Rebuild rebuild) {}

    @GetMapping
    ResponseEntity<ProjectionList> all(@RequestParam(required = false) @Nullable Long waitFor) {
        CurrentActor.require(Role.ADMIN, Role.AUDITOR);
        return freshness.answerFromHead(waitFor, () -> new ProjectionList(store.head(),
                processors.projections().keySet().stream().sorted().map(this::view).toList()));
    }

    private ProjectionView view(String name) {
        return new ProjectionView(name, positions.positionOf(name), positions.lagEvents(name),
                positions.lagSeconds(name), letters.count(name), processors.worksOn(name),
                rebuilder.status(name).orElse(null));
    }

    @PostMapping("/{name}/rebuild")
    ResponseEntity<Rebuild> start(@PathVariable String name) {
        CurrentActor.require(Role.ADMIN);
        Rebuild started = rebuilder.start(name);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/operations/projections/" + name + "/rebuild")).body(started);
    }

    @GetMapping("/{name}/rebuild")
    ResponseEntity<Rebuild> status(@PathVariable String name,
            @RequestParam(required = false) @Nullable Long waitFor) {
        CurrentActor.require(Role.ADMIN, Role.AUDITOR);
        return freshness.answerFromHead(waitFor, () -> rebuilder.status(name).orElseThrow(Refused::notFound));
    }

    @PostMapping("/{name}/rebuild/cancel")
    Rebuild cancel(@PathVariable String name) {
        CurrentActor.require(Role.ADMIN);
        return rebuilder.cancel(name);
    }
}
