package org.campaignledger.account.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.correction.RequestCorrection;
import org.campaignledger.platform.personaldata.AReasonNamesNobody;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.body.CommandBody;
import org.campaignledger.platform.web.door.Accepted;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Submission;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.PasswordHash;
import org.campaignledger.platform.web.security.Passwords;
import org.campaignledger.platform.web.security.PresentPassword;
import org.campaignledger.platform.web.security.Standings;
import org.campaignledger.platform.web.security.TokenStandings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts are opened, given passwords and disabled. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountCommandsEndpoint {

    private final CommandDoor door;
    private final CampaignRulesSource rules;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Standings standings;
    private final TokenStandings tokens;
    private final PresentPassword present;

    AccountCommandsEndpoint(CommandDoor door, CampaignRulesSource rules, Passwords passwords, Accounts accounts,
            Standings standings, TokenStandings tokens, PresentPassword present) {
        this.door = door;
        this.rules = rules;
        this.passwords = passwords;
        this.accounts = accounts;
        this.standings = standings;
        this.tokens = tokens;
        this.present = present;
    }

    /** The roles that can be given; PUBLIC and SYSTEM are nobody's. */
    enum GivenRole {

        REPORTER, HOST, JUDGE, ADMIN, AUDITOR;

        Role role() {
            return Role.valueOf(name());
        }
    }

    /** An account as asked for. */
    record OpenBody(
            @Nullable String username, @Nullable String password, @Nullable GivenRole role, @Nullable String scope,
            @Nullable String unit, @Nullable String reason) implements CommandBody {

        /** Without the password. */
        @Override
        public String toString() {
            return "OpenBody[" + username + ", " + role + "]";
        }
    }

    /**
     * A password as chosen.
     *
     * @param presentPassword of a holder who changes their own in a browser; see {@link PresentPassword}
     */
    record PasswordBody(@Nullable String password, @Nullable String presentPassword) implements CommandBody {

        /** Without the password. */
        @Override
        public String toString() {
            return "PasswordBody[]";
        }
    }

    @PostMapping
    ResponseEntity<Accepted> open(HttpServletRequest request, @RequestBody OpenBody body) {
        return take(request, actor -> {
            Checks checks = new Checks();
            AUsernameIsShortAndPlain.check(body.username(), checks);
            APasswordIsNotGuessedAtOnce.check(body.password(), body.username(), checks);
            GivenRole given = body.role();
            if (checks.required(given, "role") && given != null) {
                Role role = given.role();
                AScopeFitsItsRole.check(role, body.scope(), body.unit(),
                        rules.campaigns().stream().map(rules::rules).toList(), checks);
            }
            String reason = body.reason() == null ? null : AReasonNamesNobody.check(body.reason(), checks);
            checks.refuseIfAny();
            String username = Objects.requireNonNull(body.username());
            if (given == GivenRole.ADMIN) {
                return furtherAdmin(username, passwords.hash(Objects.requireNonNull(body.password())), reason);
            }
            Actor holder = new Actor(username, Objects.requireNonNull(given).role(), body.scope(), body.unit());
            return Submission.creating(username, "/api/v1/accounts/" + username, new AccountCommand.OpenAccount(
                    holder, passwords.hash(Objects.requireNonNull(body.password()))));
        });
    }

    /** Rule 19: another ADMIN decides; until then nobody can sign in with it. */
    private static Submission furtherAdmin(String username, PasswordHash password, @Nullable String reason) {
        String id = RecordIds.next();
        return new Submission(new RequestCorrection(id, null, FurtherAdmins.KIND, CorrectionAction.OPEN_ACCOUNT,
                List.of(username), Map.of("role", Role.ADMIN.name()), null, "other",
                reason == null ? "ADMIN " + username : reason, password.encoded()), id,
                "/api/v1/corrections/" + id, 202);
    }

    @PostMapping("/{username}/password")
    ResponseEntity<Accepted> setPassword(HttpServletRequest request, @PathVariable String username,
            @RequestBody PasswordBody body) {
        return take(request, actor -> {
            OnlyTheHolderOrAnAdminSetsAPassword.check(username, actor);
            if (accounts.find(username).isEmpty()) {
                throw Refused.notFound();
            }
            Checks checks = new Checks();
            APasswordIsNotGuessedAtOnce.check(body.password(), username, checks);
            checks.refuseIfAny();
            if (actor.account().equals(username)) {
                present.check(request, username, body.presentPassword());
            }
            return Submission.actingOn(username, new AccountCommand.SetPassword(username,
                    passwords.hash(Objects.requireNonNull(body.password()))));
        });
    }

    @PostMapping("/{username}/disable")
    ResponseEntity<Accepted> disable(HttpServletRequest request, @PathVariable String username) {
        return take(request, actor -> Submission.actingOn(username, new AccountCommand.DisableAccount(username)));
    }

    /** Whatever came of it, even if that is unknown: nobody goes on with what was remembered before. */
    private ResponseEntity<Accepted> take(HttpServletRequest request, Function<Actor, Submission> judge) {
        try {
            return door.take(request, judge);
        } finally {
            standings.changed();
            tokens.changed();
        }
    }
}
