package org.campaignledger.account.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.security.Accounts;
import org.campaignledger.platform.web.security.SessionCookie;
import org.campaignledger.platform.web.security.SignInSessions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where an account is signed in by the form, and the end of it everywhere: for its holder, and for ADMINs. */
@RestController
@RequestMapping("/api/v1/accounts/{username}/sessions")
class SessionsEndpoint {

    private final SignInSessions sessions;
    private final Accounts accounts;
    private final Freshness freshness;

    SessionsEndpoint(SignInSessions sessions, Accounts accounts, Freshness freshness) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.freshness = freshness;
    }

    /** The sessions, the one used last first. */
    record Page(List<SignInSessions.Listed> items) {}

    /** How many sessions have ended. */
    record Ended(int ended) {}

    @GetMapping
    ResponseEntity<Page> all(HttpServletRequest request, @PathVariable String username,
            @RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> {
            mustBeTheirs(username);
            String id = SessionCookie.idOf(request);
            return new Page(sessions.of(username, id == null ? new byte[0] : SessionCookie.hash(id)));
        });
    }

    /** Signs out everywhere, here included; programs go on, as they sign in with every request. */
    @PostMapping("/end")
    ResponseEntity<Ended> end(@PathVariable String username) {
        mustBeTheirs(username);
        return ResponseEntity.ok(new Ended(sessions.endAll(username)));
    }

    private void mustBeTheirs(String username) {
        Actor actor = CurrentActor.get();
        boolean may = actor.role() == Role.ADMIN || actor.account().equals(username);
        if (!may || accounts.find(username).isEmpty()) {
            throw Refused.notFound();
        }
    }
}
