package org.campaignledger.entry.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.model.ReceiptCode;
import org.campaignledger.entry.model.Texts;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.APhaseIsOpen;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.rules.CategoryRules;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.RateLimits;
import org.campaignledger.platform.web.door.Submission;
import org.campaignledger.platform.works.Multipart;
import org.campaignledger.platform.works.WorkAnswer;
import org.campaignledger.platform.works.WorkFacts;
import org.campaignledger.platform.works.Works;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a category has switched self-service on, a worker or a union submits a work without an account, and is given a code
 * by which to follow what becomes of it. Bounded for each address: nobody is known here.
 */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/categories/{category}/submissions")
class SelfServiceEndpoint {

    /** In whose name files come in that nobody with an account has sent. */
    private static final String NOBODY = "";

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final EntryReader reader;
    private final SealedEntries sealing;
    private final Works works;
    private final LedgerKeys keys;
    private final RateLimits limits;

    SelfServiceEndpoint(CommandDoor door, CampaignRulesSource rules, EntryReader reader, SealedEntries sealing,
            Works works, LedgerKeys keys, RateLimits limits) {
        this.door = door;
        this.rules = rules;
        this.reader = reader;
        this.sealing = sealing;
        this.works = works;
        this.keys = keys;
        this.limits = limits;
    }

    /**
     * A submission that was taken.
     *
     * @param receipt the code by which to follow what becomes of it; told this once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(String id, long position, String receipt) {}

    @PostMapping(path = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<WorkAnswer> upload(@PathVariable String campaign, @PathVariable String category,
            HttpServletRequest request) throws IOException {
        CategoryRules known = mustBeOpen(campaign, category);
        limits.check(RateLimits.Of.UPLOADS, request);
        Checks checks = new Checks();
        APhaseIsOpen.check(rules.rules(campaign), "MOBILISE", "RECOMMEND").ifPresent(checks::add);
        checks.refuseIfAny();
        Long ofCategory = known.work().maxBytes();
        long most = ofCategory == null ? works.maxBytes() : Math.min(ofCategory, works.maxBytes());
        WorkFacts facts = Multipart.read(request, most, file -> works.receive(file, NOBODY, most));
        // Whoever sent it has no account to fetch it with: the answer says all there is.
        return ResponseEntity.ok(WorkAnswer.of(facts));
    }

    @PostMapping
    ResponseEntity<Taken> submit(HttpServletRequest request, @PathVariable String campaign,
            @PathVariable String category, @RequestBody EntryForm body) {
        mustBeOpen(campaign, category);
        limits.check(RateLimits.Of.SUBMISSIONS, request);
        ResponseEntity<Accepted> taken = door.take(request, actor -> judge(campaign, category, body, actor));
        Accepted accepted = Objects.requireNonNull(taken.getBody());
        String receipt = receiptOf(accepted.id());
        return ResponseEntity.status(taken.getStatusCode()).headers(taken.getHeaders())
                .location(URI.create("/api/v1/campaigns/" + campaign + "/submissions/" + receipt))
                .body(new Taken(accepted.id(), accepted.position(), receipt));
    }

    /** A category that is closed to the public is as good as none. */
    private CategoryRules mustBeOpen(String campaign, String category) {
        CategoryRules known = rules.rules(campaign).categories().get(category);
        if (known == null || !known.selfService()) {
            throw Refused.notFound();
        }
        // Whoever has an account has a door of their own, and acts in their own name.
        if (CurrentActor.get().role() != Role.PUBLIC) {
            throw Refused.forbidden("wrong-role");
        }
        return known;
    }

    private Submission judge(String campaign, String category, EntryForm body, Actor actor) {
        CampaignRules known = rules.rules(campaign);
        Checks checks = new Checks();
        checks.that(body.category() == null || body.category().equals(category), "category", "not-taken-here");
        checks.that(body.platform() == null, "platform", "not-taken-here");
        checks.that(body.externalId() == null, "externalId", "not-taken-here");
        String unit = checks.text(body.unit(), "unit", EntryReader.MAX_NAME, true);
        CategoryRules rulesOfIt = EntryDecisions.mayBeSubmitted(known, actor, EntrySubmitted.Via.SELF_SERVICE,
                category, unit, checks);
        Texts texts = reader.read(body.ofNoPlatform(), rulesOfIt, new EntryReader.Sender(NOBODY, null), checks);
        checks.refuseIfAny();
        SealedEntries.Sealed sealed = sealing.seal(Objects.requireNonNull(texts));
        String id = RecordIds.silent();
        return Submission.creating(id, "/api/v1/campaigns/" + campaign + "/submissions",
                new EntryCommand.SubmitEntry(id, campaign, category, Objects.requireNonNull(unit),
                        EntrySubmitted.Via.SELF_SERVICE, sealed.content(),
                        ReceiptCode.key(receiptOf(id), keys::naturalKeyOf), sealed.wrappedKey()));
    }

    private String receiptOf(String id) {
        return ReceiptCode.of(id, keys::naturalKeyOf);
    }
}
