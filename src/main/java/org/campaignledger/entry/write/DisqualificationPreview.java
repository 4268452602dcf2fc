package org.campaignledger.entry.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.correction.FigureChange;
import org.campaignledger.platform.correction.FiguresAfter;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.records.RestsOnRecords;
import org.campaignledger.platform.records.WhatFallsWithIt;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.OfficeHolders;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rule 21: what disqualifying an entry would do, awards that fall included, told before it is done. Writes nothing. */
@RestController
class DisqualificationPreview {

    private final EntriesInTheLedger entries;
    private final CampaignRulesSource rules;
    private final OfficeHolders holders;
    private final WhatFallsWithIt falling;
    private final FiguresAfter figures;
    private final LedgerClock clock;

    DisqualificationPreview(EntriesInTheLedger entries, CampaignRulesSource rules, OfficeHolders holders,
            WhatFallsWithIt falling, FiguresAfter figures, LedgerClock clock) {
        this.entries = entries;
        this.rules = rules;
        this.holders = holders;
        this.falling = falling;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * What it would do.
     *
     * @param position the position from which it was worked out
     * @param falls    places in the ranking and awards that would fall
     * @param figures  the figures that would change
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Effect(long position, List<Map<String, Object>> falls, List<FigureChange> figures) {}

    @PostMapping("/api/v1/entries/{id}/disqualify/preview")
    ResponseEntity<Effect> preview(@PathVariable String id) {
        Entry entry = entries.entry(id);
        CampaignRules known = rules.rules(entry.campaign());
        LocalDate day = known.businessDay(known.dateOf(clock.now()));
        EntryDisqualified event = EntryDecisions.disqualify(entry, new EntryCommand.DisqualifyEntry(id, ""),
                CurrentActor.get(), known, holders, day);
        List<RestsOnRecords.Falling> resting = falling.of(id, "", day, null);
        FiguresAfter.Outlook outlook = figures.after(known.campaign(), Stream.concat(Stream.<LedgerEvent>of(event),
                resting.stream().map(RestsOnRecords.Falling::event)).toList());
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(outlook.position()))
                .body(new Effect(outlook.position(), resting.stream().map(RestsOnRecords.Falling::shown).toList(),
                        outlook.figures()));
    }
}
