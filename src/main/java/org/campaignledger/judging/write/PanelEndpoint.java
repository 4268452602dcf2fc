package org.campaignledger.judging.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.judging.model.Jury;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A HOST assigns judges to an entry; these score it, or recuse. Their words are encrypted here (rule 23). */
@RestController
@RequestMapping("/api/v1/entries/{id}")
class PanelEndpoint {

    private static final int MAX_TEXT = 10_000;

    private final CommandDoor door;
    private final JudgingsInTheLedger ledger;
    private final PersonalDataVault vault;

    PanelEndpoint(CommandDoor door, JudgingsInTheLedger ledger, PersonalDataVault vault) {
        this.door = door;
        this.ledger = ledger;
        this.vault = vault;
    }

    /** Who is to judge. */
    record JudgeBody(@Nullable String judge) implements CommandBody {}

    /** Why a judge recuses; never shown by its text form. */
    record RecusalBody(@Nullable String reason) implements CommandBody {

        @Override
        public String toString() {
            return "RecusalBody[***]";
        }
    }

    /** Points by criterion, and a comment; never shown by its text form. */
    record ScoreBody(@Nullable Map<String, Long> scores, @Nullable String comment) implements CommandBody {

        @Override
        public String toString() {
            return "ScoreBody[***]";
        }
    }

    @PostMapping("/judges")
    ResponseEntity<Accepted> assign(HttpServletRequest request, @PathVariable String id,
            @RequestBody JudgeBody body) {
        return door.take(request, actor -> {
            AHostRunsItsOwnCategory.check(actor, candidate(id).category());
            Checks checks = new Checks();
            String judge = checks.text(body.judge(), "judge", 64, true);
            checks.refuseIfAny();
            return Submission.creating(Objects.requireNonNull(judge), "/api/v1/entries/" + id + "/judges/" + judge,
                    new PanelCommand.AssignJudge(JudgingsInTheLedger.panel(id), id, judge));
        });
    }

    @PostMapping("/recuse")
    ResponseEntity<Accepted> recuse(HttpServletRequest request, @PathVariable String id,
            @RequestBody(required = false) @Nullable RecusalBody body) {
        return door.take(request, actor -> {
            Jury.Place place = place(id, actor);
            Checks checks = new Checks();
            String reason = body == null ? null : checks.text(body.reason(), "reason", MAX_TEXT, false);
            checks.refuseIfAny();
            return Submission.actingOn(id, new PanelCommand.Recuse(JudgingsInTheLedger.panel(id), id,
                    words("reason", reason, place)));
        });
    }

    @PutMapping("/scores/mine")
    ResponseEntity<Accepted> score(HttpServletRequest request, @PathVariable String id,
            @RequestBody ScoreBody body) {
        return door.take(request, actor -> {
            Jury.Place place = place(id, actor);
            Candidate entry = candidate(id);
            Judging judging = ledger.judging(entry.campaign(), entry.category()).state();
            JudgingStages.mustBeScoring(judging);
            Checks checks = new Checks();
            Map<String, Integer> points = points(body.scores(), Objects.requireNonNull(judging.terms()), checks);
            String comment = checks.text(body.comment(), "comment", MAX_TEXT, false);
            checks.refuseIfAny();
            return Submission.actingOn(id, new PanelCommand.GiveScore(JudgingsInTheLedger.panel(id), id, points,
                    words("comment", comment, place)));
        });
    }

    private static Map<String, Integer> points(@Nullable Map<String, Long> sent, Terms terms, Checks checks) {
        Map<String, Integer> points = new TreeMap<>();
        if (checks.required(sent, "scores")) {
            Objects.requireNonNull(sent).forEach((criterion, given) -> points.put(NormalForm.written(criterion),
                    (int) Math.clamp(given, Integer.MIN_VALUE, Integer.MAX_VALUE)));
            PanelDecisions.pointsFit(points, terms, checks);
        }
        return points;
    }

    private Candidate candidate(String id) {
        return ledger.candidate(id).orElseThrow(Refused::notFound).state();
    }

    private Jury.Place place(String id, Actor actor) {
        Jury.Place place = actor.role() == Role.JUDGE ? ledger.jury(id).state().of(actor.account()) : null;
        if (place == null) {
            throw Refused.notFound();
        }
        return place;
    }

    /** What a judge says of an entry has a key of its own, the same for all they say of it. */
    private PanelCommand.@Nullable Words words(String field, @Nullable String text, Jury.Place place) {
        if (text == null) {
            return null;
        }
        String known = place.subject();
        if (known != null) {
            String sealed = vault.sealAgain(known, Map.of(field, text)).orElse(null);
            if (sealed != null) {
                return new PanelCommand.Words(known, sealed, null);
            }
        }
        PersonalDataVault.SealedPerson sealed = vault.seal(RecordIds.next(), Map.of(field, text));
        return new PanelCommand.Words(sealed.subject(), sealed.ciphertext(),
                Base64.getEncoder().encodeToString(sealed.wrappedKey()));
    }
}
