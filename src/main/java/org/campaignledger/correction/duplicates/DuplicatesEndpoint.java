package org.campaignledger.correction.duplicates;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.refusal.RequestLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of likely duplicates within the caller's scope, and having it made now. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/duplicates")
class DuplicatesEndpoint {

    private final LikelyDuplicates duplicates;
    private final WhenRecordsChangeLikelyDuplicatesAreListed automation;
    private final Listing listing;
    private final CampaignRulesSource rules;
    private final LedgerStore store;
    private final ProjectionPositions positions;

    DuplicatesEndpoint(LikelyDuplicates duplicates, WhenRecordsChangeLikelyDuplicatesAreListed automation,
            Listing listing, CampaignRulesSource rules, LedgerStore store, ProjectionPositions positions) {
        this.duplicates = duplicates;
        this.automation = automation;
        this.listing = listing;
        this.rules = rules;
        this.store = store;
        this.positions = positions;
    }

    /** What a run over all kinds has found; {@code position} is the least of them. */
    record Ran(long position, List<Run> runs) {}

    @GetMapping
    ResponseEntity<DuplicatePage> page(HttpServletRequest request, @PathVariable String campaign,
            DuplicateParameters parameters) {
        Actor actor = CurrentActor.require(Role.ADMIN, Role.AUDITOR, Role.REPORTER);
        CampaignRules known = rules.rules(campaign);
        DuplicateParameters asked = parameters.checked(duplicates.kinds().keySet());
        await(campaign, asked.kind() == null ? duplicates.kinds().keySet() : List.of(asked.kind()), asked.waitFor());
        LikelyDuplicates.Shown shown = duplicates.shown(known, actor, asked, RequestLanguage.of(request));
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(shown.position())).body(shown.page());
    }

    /** Who waits for what is written has the list made at once, rather than some minutes later. */
    private void await(String campaign, Collection<String> kinds, @Nullable Long waitFor) {
        if (waitFor == null || duplicates.position(campaign, kinds) >= waitFor) {
            return;
        }
        if (waitFor <= store.head()) {
            automation.want(campaign, List.copyOf(kinds), waitFor);
        }
        Freshness.await(waitFor, () -> duplicates.position(campaign, kinds));
    }

    /** Answers once it is made, of everything that was written before the request as far as the registers have come. */
    @PostMapping("/run")
    ResponseEntity<Ran> run(@PathVariable String campaign) {
        CurrentActor.require(Role.ADMIN);
        rules.rules(campaign);
        long head = store.head();
        List<Run> runs = duplicates.kinds().values().stream().map(kind -> {
            positions.await(kind.kind(), head, Freshness.LONGEST_WAIT);
            return listing.anew(campaign, kind);
        }).toList();
        long position = runs.stream().mapToLong(Run::position).min().orElse(0);
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(position)).body(new Ran(position, runs));
    }
}
