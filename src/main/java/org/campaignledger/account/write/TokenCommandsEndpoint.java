package org.campaignledger.account.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.campaignledger.account.ApiTokenDays;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.TokenAccess;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.campaignledger.platform.web.security.TokenStandings;
import org.campaignledger.platform.web.security.TokenText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holders make tokens for their programs; they and ADMINs end them. */
@RestController
@RequestMapping("/api/v1/accounts/{username}/tokens")
class TokenCommandsEndpoint {

    private static final int LONGEST_NAME = 60;

    private final CommandDoor door;
    private final TokenStandings standings;
    private final InstantSource clock;

    TokenCommandsEndpoint(CommandDoor door, TokenStandings standings, InstantSource clock) {
        this.door = door;
        this.standings = standings;
        this.clock = clock;
    }

    /** A token as asked for. */
    record TokenBody(@Nullable String name, @Nullable TokenAccess access,
            @Nullable LocalDate expiresOn) implements CommandBody {}

    /** A token as it is shown this once; absent where the same request was answered before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(String id, long position, @Nullable String token) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    @PostMapping
    ResponseEntity<Issued> issue(HttpServletRequest request, @PathVariable String username,
            @RequestBody TokenBody body) {
        AtomicReference<@Nullable String> made = new AtomicReference<>();
        ResponseEntity<Accepted> answer = take(request, actor -> {
            OnlyTheHolderMakesATokenForPrograms.check(username, actor);
            String token = TokenText.make();
            Submission submission = judged(username, body, TokenText.sha256(token));
            made.set(token);
            return submission;
        });
        Accepted accepted = Objects.requireNonNull(answer.getBody());
        boolean replayed = answer.getHeaders().containsHeader("Idempotency-Replayed");
        return ResponseEntity.status(HttpStatus.CREATED).headers(answer.getHeaders()).header("Cache-Control",
                "no-store")
                .body(new Issued(accepted.id(), accepted.position(), replayed ? null : made.get()));
    }

    private Submission judged(String username, TokenBody body, String sha256) {
        LocalDate today = ApiTokenDays.day(clock.instant());
        Checks checks = new Checks();
        String name = checks.text(body.name(), "name", LONGEST_NAME, true);
        AReasonNamesNobody.check(name, "name", checks);
        checks.required(body.access(), "access");
        checks.required(body.expiresOn(), "expiresOn");
        checks.refuseIfAny();
        String id = RecordIds.next();
        return Submission.creating(id, "/api/v1/accounts/" + username + "/tokens/" + id, new AccountCommand.IssueToken(
                username, id, Objects.requireNonNull(body.access()), Objects.requireNonNull(body.expiresOn()),
                Objects.requireNonNull(name), sha256, today));
    }

    @PostMapping("/{token}/revoke")
    ResponseEntity<Accepted> revoke(HttpServletRequest request, @PathVariable String username,
            @PathVariable String token) {
        return take(request, actor -> {
            OnlyTheHolderOrAnAdminSetsAPassword.check(username, actor);
            return Submission.actingOn(token, new AccountCommand.RevokeToken(username, token));
        });
    }

    /** Whatever came of it, even if that is unknown: nobody goes on with what was remembered before. */
    private ResponseEntity<Accepted> take(HttpServletRequest request, Function<Actor, Submission> judge) {
        try {
            return door.take(request, judge);
        } finally {
            standings.changed();
        }
    }
}
