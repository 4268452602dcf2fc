package org.campaignledger.account.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts for who looks after them, and everyone's own. Written in the append: never behind the ledger. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsEndpoint {

    private static final int MAX_LIMIT = 500;

    private final AccountRegister register;
    private final Freshness freshness;

    AccountsEndpoint(AccountRegister register, Freshness freshness) {
        this.register = register;
        this.freshness = freshness;
    }

    /** A page of accounts; {@code next} is to be given as {@code after}, absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AccountView> items, @Nullable String next) {}

    @GetMapping
    ResponseEntity<Page> all(@RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Long waitFor) {
        CurrentActor.require(Role.ADMIN, Role.AUDITOR);
        Checks checks = new Checks();
        checks.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.refuseIfAny();
        return freshness.answerFromHead(waitFor, () -> {
            List<AccountView> found = register.page(role, text, after, limit + 1);
            boolean more = found.size() > limit;
            List<AccountView> shown = more ? found.subList(0, limit) : found;
            return new Page(shown, more ? shown.getLast().username() : null);
        });
    }

    @GetMapping("/{username}")
    ResponseEntity<AccountView> one(@PathVariable String username,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.get();
        boolean seen = actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR
                || actor.account().equals(username);
        return freshness.answerFromHead(waitFor,
                () -> register.one(username).filter(account -> seen).orElseThrow(Refused::notFound));
    }
}
