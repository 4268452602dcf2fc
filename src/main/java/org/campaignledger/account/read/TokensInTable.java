package org.campaignledger.account.read;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.campaignledger.account.ApiTokenDays;
import org.campaignledger.kernel.TokenAccess;
import org.campaignledger.platform.web.security.ApiTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tokens as the door asks for them. That one was used is written once a day and instance. */
@Component
class TokensInTable implements ApiTokens {

    private static final Logger LOG = LoggerFactory.getLogger(TokensInTable.class);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String FIND = """
        select id, username, access from api_token
        where sha256 = decode(:sha256, 'hex') and not revoked and expires_on >= :today""";
    private static final String USED = """
        update api_token set used_on = :today where id = :id and (used_on is null or used_on < :today)""";

    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Map<String, LocalDate> noted = new ConcurrentHashMap<>();

    TokensInTable(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Taken> find(String sha256) {
        return jdbc.sql(FIND).param("sha256", sha256).param("today", today())
                .query((row, number) -> new Taken(row.getString(1), row.getString(2),
                        TokenAccess.valueOf(row.getString(3))))
                .optional();
    }

    @Override
    public void used(String id) {
        LocalDate today = today();
        if (today.equals(noted.get(id))) {
            return;
        }
        if (noted.size() >= MOST_REMEMBERED) {
            noted.clear();
        }
        noted.put(id, today);
        try {
            jdbc.sql(USED).param("today", today).param("id", id).update();
        } catch (DataAccessException later) {
            noted.remove(id);
            LOG.debug("That token {} was used is not noted yet", id, later);
        }
    }

    private LocalDate today() {
        return ApiTokenDays.day(clock.instant());
    }
}
