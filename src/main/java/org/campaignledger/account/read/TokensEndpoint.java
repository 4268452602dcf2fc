package org.campaignledger.account.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.campaignledger.account.ApiTokenDays;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.TokenAccess;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of an account, for its holder and for those who look after accounts. */
@RestController
@RequestMapping("/api/v1/accounts/{username}/tokens")
class TokensEndpoint {

    private static final int MOST_SHOWN = 200;
    private static final String SELECT = """
        select id, name, access, made_at, used_on, expires_on, revoked
            or exists (select from account_login where username = :username and disabled) as revoked
        from api_token where username = :username
        """;

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Freshness freshness;

    TokensEndpoint(JdbcClient jdbc, InstantSource clock, Freshness freshness) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.freshness = freshness;
    }

    /** The newest first; those that ended long ago are left out. */
    record Page(List<TokenView> items) {}

    @GetMapping
    ResponseEntity<Page> all(@PathVariable String username, @RequestParam(required = false) @Nullable Long waitFor) {
        mustSee(username);
        return freshness.answerFromHead(waitFor, () -> new Page(jdbc.sql(SELECT + """
            order by (not revoked and expires_on >= :today) desc, made_at desc, id limit :most""")
                .param("username", username).param("today", today()).param("most", MOST_SHOWN)
                .query((row, number) -> view(row)).list()));
    }

    @GetMapping("/{token}")
    ResponseEntity<TokenView> one(@PathVariable String username, @PathVariable String token,
            @RequestParam(required = false) @Nullable Long waitFor) {
        mustSee(username);
        return freshness.answerFromHead(waitFor, () -> jdbc.sql(SELECT + "and id = :id").param("username", username)
                .param("id", token).query((row, number) -> view(row)).optional().orElseThrow(Refused::notFound));
    }

    private static void mustSee(String username) {
        Actor actor = CurrentActor.get();
        if (actor.role() != Role.ADMIN && actor.role() != Role.AUDITOR && !actor.account().equals(username)) {
            throw Refused.notFound();
        }
    }

    private TokenView view(ResultSet row) throws SQLException {
        LocalDate expires = row.getObject("expires_on", LocalDate.class);
        TokenView.State state = row.getBoolean("revoked")
                ? TokenView.State.REVOKED
                : expires.isBefore(today()) ? TokenView.State.EXPIRED : TokenView.State.ACTIVE;
        return new TokenView(row.getString("id"), row.getString("name"), TokenAccess.valueOf(row.getString("access")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getObject("used_on", LocalDate.class),
                expires, state);
    }

    private LocalDate today() {
        return ApiTokenDays.day(clock.instant());
    }
}
