package org.campaignledger.entry.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.CategoryRules;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A REPORTER submits a work for its unit, a HOST enters one that was submitted on its platform. */
@RestController
class SubmitEntryEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final EntryReader reader;
    private final SealedEntries sealing;

    SubmitEntryEndpoint(CommandDoor door, CampaignRulesSource rules, EntryReader reader, SealedEntries sealing) {
        this.door = door;
        this.rules = rules;
        this.reader = reader;
        this.sealing = sealing;
    }

    @PostMapping("/api/v1/campaigns/{campaign}/entries")
    ResponseEntity<Accepted> submit(HttpServletRequest request, @PathVariable String campaign,
            @RequestBody EntryForm body) {
        return door.take(request, actor -> judge(campaign, body, actor));
    }

    private Submission judge(String campaign, EntryForm body, Actor actor) {
        // A judge sees the id, and anybody when a unit's figures grew: an id that held its time would tell whose it is.
        String id = RecordIds.silent();
        return Submission.creating(id, "/api/v1/entries/" + id, read(id, body, rules.rules(campaign), actor));
    }

    /**
     * The command in what was sent, what is of a person encrypted.
     *
     * @throws org.campaignledger.kernel.Refused with everything that is wrong
     */
    EntryCommand.SubmitEntry read(String id, EntryForm body, CampaignRules known, Actor actor) {
        EntrySubmitted.Via via = EntryDecisions.via(actor);
        Checks checks = new Checks();
        String category = checks.text(body.category(), "category", EntryReader.MAX_NAME, true);
        String unit = checks.text(body.unit(), "unit", EntryReader.MAX_NAME, true);
        CategoryRules rulesOfIt = EntryDecisions.mayBeSubmitted(known, actor, via, category, unit, checks);
        Texts texts = reader.read(body, rulesOfIt, new EntryReader.Sender(actor.account(), null), checks);
        checks.refuseIfAny();
        SealedEntries.Sealed sealed = sealing.seal(Objects.requireNonNull(texts));
        return new EntryCommand.SubmitEntry(id, known.campaign(), Objects.requireNonNull(category),
                Objects.requireNonNull(unit), via, sealed.content(), null, sealed.wrappedKey());
    }
}
