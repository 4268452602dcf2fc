package org.campaignledger.operation.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.operation.events.DeadLetterDiscarded;
import org.campaignledger.platform.processing.DeadLetterOffice;
import org.campaignledger.platform.processing.DeadLetters;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters: listed, tried again, given up. */
@RestController
@RequestMapping("/api/v1/operations/dead-letters")
class DeadLetterEndpoint {

    private static final int MAX_LIMIT = 500;

    private final DeadLetters letters;
    private final DeadLetterOffice office;
    private final CommandDoor door;
    private final Freshness freshness;

    DeadLetterEndpoint(DeadLetters letters, DeadLetterOffice office, CommandDoor door, Freshness freshness) {
        this.letters = letters;
        this.office = office;
        this.door = door;
        this.freshness = freshness;
    }

    /** A page of letters, oldest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LetterPage(List<DeadLetters.DeadLetter> items, @Nullable String next) {}

    /** Why a letter is given up. */
    record DiscardBody(@Nullable String reason) implements CommandBody {}

    @GetMapping
    ResponseEntity<LetterPage> list(@RequestParam(defaultValue = "") String projection,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Long waitFor) {
        CurrentActor.require(Role.ADMIN, Role.AUDITOR);
        Checks checks = new Checks();
        checks.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.refuseIfAny();
        return freshness.answerFromHead(waitFor, () -> {
            List<DeadLetters.DeadLetter> found = letters.list(projection, after, limit + 1);
            boolean more = found.size() > limit;
            List<DeadLetters.DeadLetter> shown = more ? found.subList(0, limit) : found;
            return new LetterPage(shown, more ? Long.toString(shown.getLast().id()) : null);
        });
    }

    @PostMapping("/{id}/retry")
    DeadLetterOffice.Retried retry(@PathVariable long id) {
        CurrentActor.require(Role.ADMIN);
        return office.retry(id);
    }

    @PostMapping("/{id}/discard")
    ResponseEntity<Accepted> discard(HttpServletRequest request, @PathVariable long id,
            @RequestBody(required = false) @Nullable DiscardBody body) {
        return door.take(request, actor -> {
            CurrentActor.require(Role.ADMIN);
            DeadLetters.DeadLetter letter = letters.find(id).orElseThrow(Refused::notFound);
            Checks checks = new Checks();
            String reason = checks.text(body == null ? null : body.reason(), "reason", 10_000, true);
            checks.refuseIfAny();
            return Submission.actingOn(Long.toString(id), new DiscardDeadLetter("dead-letter:" + id, id,
                    new DeadLetterDiscarded(Long.toString(id), letter.projection(), letter.position(),
                            letter.cause(), java.util.Objects.requireNonNull(reason))));
        });
    }
}
