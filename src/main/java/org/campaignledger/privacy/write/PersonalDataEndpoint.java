package org.campaignledger.privacy.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
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

/** An ADMIN erases a person; an ADMIN or AUDITOR who states a reason sees who it is. */
@RestController
@RequestMapping("/api/v1/personal-data/{subject}")
class PersonalDataEndpoint {

    private final CommandDoor door;
    private final PersonsInTheLedger persons;

    PersonalDataEndpoint(CommandDoor door, PersonsInTheLedger persons) {
        this.door = door;
        this.persons = persons;
    }

    /** Why. */
    record Body(@Nullable String reason) implements CommandBody {}

    /**
     * Who it is.
     *
     * @param id       the person
     * @param position where it is recorded that someone looked
     * @param person   what is known of them
     * @param erased   true where a repeated request is answered after the person was erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Revealed(String id, long position, @Nullable Map<String, String> person, @Nullable Boolean erased) {

        /** Never shows who it is, wherever it may be printed. */
        @Override
        public String toString() {
            return "Revealed[" + id + "]";
        }
    }

    @PostMapping("/erase")
    ResponseEntity<Accepted> erase(HttpServletRequest request, @PathVariable String subject, @RequestBody Body body) {
        return door.take(request, actor -> {
            KnownPerson known = persons.find(subject);
            return Submission.actingOn(known.subject(), new PrivacyCommand.ErasePersonalData(known.subject(),
                    known.place(), reason(body)));
        });
    }

    /**
     * What is shown is read before it is recorded and handed out after the commit: a look that stands before an erasing
     * in the ledger sees the person, one that comes after it is refused. Kept of the answer is only that there was one:
     * the same request again is the same look, and reads the person again.
     */
    @PostMapping("/reveal")
    ResponseEntity<Revealed> reveal(HttpServletRequest request, @PathVariable String subject, @RequestBody Body body) {
        AtomicReference<@Nullable Map<String, String>> read = new AtomicReference<>();
        ResponseEntity<Accepted> recorded = door.take(request, actor -> {
            KnownPerson known = persons.find(subject);
            String reason = reason(body);
            read.set(persons.open(known).orElseThrow(Person::isErased));
            return Submission.actingOn(known.subject(), new PrivacyCommand.RevealPersonalData(known.subject(),
                    known.place(), reason));
        });
        Accepted accepted = Objects.requireNonNull(recorded.getBody());
        Map<String, String> person = read.get();
        if (person == null) {
            person = persons.open(persons.find(subject)).orElse(null);
        }
        return ResponseEntity.status(recorded.getStatusCode()).headers(recorded.getHeaders())
                .body(new Revealed(accepted.id(), accepted.position(), person, person == null ? true : null));
    }

    private static String reason(Body body) {
        Checks checks = new Checks();
        String reason = AReasonNamesNobody.check(body.reason(), checks);
        checks.refuseIfAny();
        return Objects.requireNonNull(reason);
    }
}
