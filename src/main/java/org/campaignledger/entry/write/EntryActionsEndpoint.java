package org.campaignledger.entry.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What becomes of an entry: changed, taken back or recommended by its unit; checked by a host. */
@RestController
@RequestMapping("/api/v1/entries/{id}")
class EntryActionsEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final EntriesInTheLedger entries;
    private final EntryReader reader;
    private final SealedEntries sealing;

    EntryActionsEndpoint(CommandDoor door, CampaignRulesSource rules, EntriesInTheLedger entries,
            EntryReader reader, SealedEntries sealing) {
        this.door = door;
        this.rules = rules;
        this.entries = entries;
        this.reader = reader;
        this.sealing = sealing;
    }

    /** Why. */
    record ReasonBody(@Nullable String reason) implements CommandBody {}

    @PostMapping("/amend")
    ResponseEntity<Accepted> amend(HttpServletRequest request, @PathVariable String id,
            @RequestBody EntryForm body) {
        return door.take(request, actor -> Submission.actingOn(id, amendment(id, body, actor)));
    }

    private EntryCommand amendment(String id, EntryForm body, Actor actor) {
        Entry entry = entries.entry(id);
        CampaignRules known = rules.rules(entry.campaign());
        if (actor.role() != Role.REPORTER || !known.isWithin(entry.unit(), actor.scope())) {
            throw Refused.notFound();
        }
        EntryForm before = EntryForm.of(entry.category(), entry.unit(), sealing.openToChange(entry.content()));
        EntryForm after = before.with(body);
        Checks checks = new Checks();
        checks.that(entry.category().equals(after.category()), "category", "not-taken-here");
        checks.that(entry.unit().equals(after.unit()), "unit", "not-taken-here");
        checks.that(Objects.requireNonNull(before.submitter()).kind() == Objects.requireNonNull(after.submitter())
                .kind(), "submitter.kind", "not-taken-here");
        Texts texts = reader.read(after, known.categories().get(entry.category()),
                new EntryReader.Sender(actor.account(), entry.content()), checks);
        checks.refuseIfAny();
        SealedEntries.Sealed sealed = sealing.sealAgain(entry.content(), Objects.requireNonNull(texts));
        return new EntryCommand.AmendEntry(id, entry.content(), sealed.content(), sealed.wrappedKey());
    }

    @PostMapping("/withdraw")
    ResponseEntity<Accepted> withdraw(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return door.take(request, actor -> Submission.actingOn(id,
                new EntryCommand.WithdrawEntry(id, remark(body))));
    }

    @PostMapping("/accept")
    ResponseEntity<Accepted> accept(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return door.take(request, actor -> Submission.actingOn(id,
                new EntryCommand.AcceptEntry(id, remark(body))));
    }

    @PostMapping("/reject")
    ResponseEntity<Accepted> reject(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return door.take(request, actor -> Submission.actingOn(id,
                new EntryCommand.RejectEntry(id, reason(body))));
    }

    @PostMapping("/recommend")
    ResponseEntity<Accepted> recommend(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return door.take(request, actor -> {
            remark(body);
            return Submission.actingOn(id, new EntryCommand.RecommendEntry(id));
        });
    }

    @PostMapping("/disqualify")
    ResponseEntity<Accepted> disqualify(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable ReasonBody body) {
        return door.take(request, actor -> Submission.actingOn(id,
                new EntryCommand.DisqualifyEntry(id, reason(body))));
    }

    private static String reason(@Nullable ReasonBody body) {
        Checks checks = new Checks();
        String reason = AReasonNamesNobody.check(body == null ? null : body.reason(), checks);
        checks.refuseIfAny();
        return Objects.requireNonNull(reason);
    }

    /** A reason that may be left out. */
    private static @Nullable String remark(@Nullable ReasonBody body) {
        return body == null || body.reason() == null ? null : reason(body);
    }
}
