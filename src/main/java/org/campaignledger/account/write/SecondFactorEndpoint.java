package org.campaignledger.account.write;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.Submission;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.PresentPassword;
import org.campaignledger.platform.web.security.SessionCookie;
import org.campaignledger.platform.web.security.SignInSessions;
import org.campaignledger.platform.web.security.Standings;
import org.campaignledger.platform.web.security.TokenStandings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A second factor is begun, confirmed by a code, and reset by somebody else. */
@RestController
@RequestMapping("/api/v1/accounts/{username}/second-factor")
class SecondFactorEndpoint {

    private static final int LONGEST_CODE = 64;

    private final CommandDoor door;
    private final SecondFactorSecrets secrets;
    private final Accounts accounts;
    private final SignInSessions sessions;
    private final Standings standings;
    private final TokenStandings tokens;
    private final Freshness freshness;
    private final PresentPassword present;
    private final InstantSource clock = InstantSource.system();

    SecondFactorEndpoint(CommandDoor door, SecondFactorSecrets secrets, Accounts accounts, SignInSessions sessions,
            Standings standings, TokenStandings tokens, Freshness freshness, PresentPassword present) {
        this.door = door;
        this.secrets = secrets;
        this.accounts = accounts;
        this.sessions = sessions;
        this.standings = standings;
        this.tokens = tokens;
        this.freshness = freshness;
        this.present = present;
    }

    /** How far an account is. */
    enum State {
        /** The password alone signs in. */
        NONE,
        /** There is a secret, and no code has shown yet that an app has it: the password alone still signs in. */
        BEGUN,
        /** Password and code. */
        ENROLLED
    }

    /**
     * A second factor as it is shown.
     *
     * @param state             how far it is
     * @param secret            in base 32, to be typed into an app; to its holder alone, while it is begun
     * @param uri               the same as a QR code holds it
     * @param recoveryCodesLeft how many are left; absent unless it is enrolled
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(State state, @Nullable String secret, @Nullable String uri, @Nullable Integer recoveryCodesLeft) {}

    /**
     * What a browser sends along to begin.
     *
     * @param presentPassword of whoever begins; see {@link PresentPassword}
     */
    record BeginBody(@Nullable String presentPassword) implements CommandBody {

        /** Without the password. */
        @Override
        public String toString() {
            return "BeginBody[]";
        }
    }

    /** A code of the app. */
    record CodeBody(@Nullable String code) implements CommandBody {

        /** Without the code. */
        @Override
        public String toString() {
            return "CodeBody[]";
        }
    }

    /**
     * The answer to a confirmation.
     *
     * @param id            the account
     * @param position      where it stands in the ledger
     * @param recoveryCodes shown this once; absent where the answer is a repeated one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Confirmed(String id, long position, @Nullable List<String> recoveryCodes) {}

    /** How far an account is; to its holder, ADMINs and AUDITORs. */
    @GetMapping
    ResponseEntity<View> state(@PathVariable String username, @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.get();
        boolean own = actor.account().equals(username);
        boolean seen = own || actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR;
        return freshness.answerFromHead(waitFor, () -> {
            if (!seen || accounts.find(username).isEmpty()) {
                throw Refused.notFound();
            }
            return view(username, own);
        });
    }

    private View view(String username, boolean own) {
        return secrets.of(username).map(secret -> secret.enrolled()
                ? new View(State.ENROLLED, null, null, secrets.recoveryCodesLeft(username))
                : new View(State.BEGUN, own ? secret.base32() : null, own
                        ? Totp.uri(username, secret.base32())
                        : null, null))
                .orElseGet(() -> new View(State.NONE, null, null, null));
    }

    /** Makes a secret for an app; it counts for nothing until a code confirms it. */
    @PostMapping
    ResponseEntity<View> begin(HttpServletRequest request, @PathVariable String username,
            @RequestBody(required = false) @Nullable BeginBody body) {
        OnlyItsHolderEnrols.check(username, CurrentActor.get());
        present.check(request, username, body == null ? null : body.presentPassword());
        secrets.begin(username);
        View view = view(username, true);
        if (view.state() == State.ENROLLED) {
            throw Refused.conflict("second-factor-enrolled", null);
        }
        return ResponseEntity.ok(view);
    }

    /** The app shows that it has the secret; from the answer on, codes are asked for. */
    @PostMapping("/confirm")
    ResponseEntity<Confirmed> confirm(HttpServletRequest request, @PathVariable String username,
            @RequestBody CodeBody body) {
        List<String> codes = secrets.newRecoveryCodes();
        ResponseEntity<Accepted> answer = take(request, username, codes, body);
        boolean replayed = answer.getHeaders().containsHeader("Idempotency-Replayed");
        if (!replayed && request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
            keepThisSession(request);
        }
        Accepted accepted = Objects.requireNonNull(answer.getBody());
        return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders())
                .body(new Confirmed(accepted.id(), accepted.position(), replayed ? null : codes));
    }

    private ResponseEntity<Accepted> take(HttpServletRequest request, String username, List<String> codes,
            CodeBody body) {
        String[] shown = new String[1];
        try {
            return door.take(request, actor -> {
                OnlyItsHolderEnrols.check(username, actor);
                SecondFactorSecrets.Secret secret = begun(username);
                shown[0] = secret.sealed();
                return Submission.actingOn(username, new AccountCommand.EnrolSecondFactor(username,
                        step(secret, body), secret.sealed(), codes.stream().map(code -> RecoveryCodes.hash(username,
                                code).orElseThrow()).toList()));
            });
        } catch (AppendFailure unwritten) {
            if (!begun(username).sealed().equals(shown[0])) {
                throw Refused.conflict("concurrent-change", null); // begun anew on another page meanwhile
            }
            throw unwritten;
        } finally {
            standings.changed();
            tokens.changed();
        }
    }

    private SecondFactorSecrets.Secret begun(String username) {
        SecondFactorSecrets.Secret secret = secrets.of(username)
                .orElseThrow(() -> Refused.conflict("no-second-factor", null));
        if (secret.enrolled()) {
            throw Refused.conflict("second-factor-enrolled", null);
        }
        return secret;
    }

    private long step(SecondFactorSecrets.Secret secret, CodeBody body) {
        Checks checks = new Checks();
        String code = checks.text(body.code(), "code", LONGEST_CODE, true);
        checks.refuseIfAny();
        var step = Totp.stepOf(secret.bytes(), Objects.requireNonNull(code).replaceAll("\\s", ""), clock.instant(), 0);
        checks.that(step.isPresent(), "code", "wrong-code");
        checks.refuseIfAny();
        return step.getAsLong();
    }

    /** The one in which it was confirmed goes on; every other has not seen a code, and is asked for one. */
    private void keepThisSession(HttpServletRequest request) {
        String id = SessionCookie.idOf(request);
        if (id != null) {
            sessions.passed(SessionCookie.hash(id));
        }
    }

    /** Takes the second factor away, where the app is lost; whoever is signed in with the account is no more. */
    @PostMapping("/reset")
    ResponseEntity<Accepted> reset(HttpServletRequest request, @PathVariable String username) {
        try {
            return door.take(request, actor -> {
                NobodyResetsTheirOwnSecondFactor.check(username, actor);
                if (accounts.find(username).isEmpty()) {
                    throw Refused.notFound();
                }
                return Submission.actingOn(username, new AccountCommand.ResetSecondFactor(username));
            });
        } finally {
            standings.changed();
            tokens.changed();
        }
    }
}
