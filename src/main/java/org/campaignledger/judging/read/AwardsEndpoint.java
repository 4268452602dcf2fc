package org.campaignledger.judging.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.JudgingDesk;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * An award, with the line of the ranking on which it rests. Awards are public; who is signed in may ask for one. While a
 * category is judged again, a JUDGE sees nothing of what was awarded before: it tells of scores and units (rule 15).
 */
@RestController
class AwardsEndpoint {

    private static final String ONE = "select * from judging_award where award = ?";

    private final JdbcClient jdbc;
    private final Freshness freshness;
    private final JudgingDesk judging;

    AwardsEndpoint(JdbcClient jdbc, Freshness freshness, JudgingDesk judging) {
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.judging = judging;
    }

    /**
     * An award.
     *
     * @param id         its id
     * @param campaign   the campaign
     * @param category   the category
     * @param entry      the entry
     * @param unit       the unit or sub-unit that the entry is of
     * @param level      one of the campaign's levels
     * @param rank       the entry's rank
     * @param score      its score
     * @param ranking    digest of the ranking
     * @param closedAt   position of the closing that made it
     * @param position   at which it was granted
     * @param occurredOn the day
     * @param state      {@code STANDS} or {@code REVOKED}
     * @param revokedAt  position at which it was revoked
     * @param revokedOn  that day
     * @param reason     why it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(String id, String campaign, String category, String entry, String unit, String level, int rank,
            BigDecimal score, String ranking, long closedAt, long position, LocalDate occurredOn, String state,
            @Nullable Long revokedAt, @Nullable LocalDate revokedOn, @Nullable String reason) {}

    @GetMapping("/api/v1/awards/{id}")
    ResponseEntity<View> award(@PathVariable String id, @RequestParam(required = false) @Nullable Long waitFor) {
        boolean judge = CurrentActor.get().role() == Role.JUDGE;
        return freshness.answer(JudgingProjection.NAME, waitFor, () -> jdbc.sql(ONE).param(id)
                .query((row, number) -> view(row)).optional()
                .filter(award -> !judge || !judging.isOpen(award.campaign(), award.category()))
                .orElseThrow(Refused::notFound));
    }

    private static View view(ResultSet row) throws SQLException {
        long revoked = row.getLong("revoked");
        boolean stands = row.wasNull();
        Date revokedOn = row.getDate("revoked_on");
        return new View(row.getString("award"), row.getString("campaign"), row.getString("category"),
                row.getString("entry"), row.getString("unit"), row.getString("level"), row.getInt("rank"),
                row.getBigDecimal("score"), row.getString("ranking"), row.getLong("closed_at"),
                row.getLong("granted"), row.getDate("granted_on").toLocalDate(), stands ? "STANDS" : "REVOKED",
                stands ? null : revoked, revokedOn == null ? null : revokedOn.toLocalDate(),
                row.getString("reason"));
    }
}
