package org.campaignledger.correction.duplicates;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the list within the caller's scope: a reporter sees pairs of which both records are within its unit. */
@Component
class DuplicatesQuery {

    private static final String SELECT = """
        select l.*, d.dismissed_by, d.dismissed_at, d.reason from likely_duplicate l
        left join duplicate_dismissed d on d.campaign = l.campaign and d.kind = l.kind
            and d.record_a = least(l.record_a, l.record_b) and d.record_b = greatest(l.record_a, l.record_b)
        where l.campaign = :campaign and (d.kind is not null) = :dismissed""";
    private static final String ORDER = " order by l.score desc, l.position_b desc, l.position_a desc limit :limit";

    private final JdbcClient jdbc;

    DuplicatesQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record of a pair, as listed.
     *
     * @param id       the record
     * @param position the position at which it was made
     */
    record Half(String id, long position) {}

    /** A pair as listed. */
    record Pair(
            String kind, int score, List<String> reasons, Half earlier, Half later, long asOf,
            DuplicatePage.@Nullable Dismissed dismissed) {

        /** The cursor of what comes after it. */
        String cursor() {
            return score + "-" + later.position() + "-" + earlier.position();
        }

        Stream<Half> halves() {
            return Stream.of(earlier, later);
        }
    }

    /** By rank, one more than asked for where there is one. */
    List<Pair> pairs(CampaignRules known, Actor actor, DuplicateParameters asked) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("campaign", known.campaign());
        parameters.put("dismissed", asked.isDismissed());
        parameters.put("limit", asked.rows() + 1);
        StringBuilder sql = new StringBuilder(SELECT);
        if (asked.kind() != null) {
            sql.append(" and l.kind = :kind");
            parameters.put("kind", asked.kind());
        }
        if (asked.minScore() != null) {
            sql.append(" and l.score >= :minScore");
            parameters.put("minScore", asked.minScore());
        }
        if (asked.unit() != null) {
            sql.append(" and (l.unit_a = any(:units) or l.unit_b = any(:units))");
            parameters.put("units", units(known, asked.unit()));
        }
        if (actor.role() == Role.REPORTER) {
            sql.append(" and l.unit_a = any(:own) and l.unit_b = any(:own)");
            parameters.put("own", units(known, actor.scope()));
        }
        if (asked.after() != null) {
            after(sql, parameters, asked.after());
        }
        return jdbc.sql(sql.append(ORDER).toString()).params(parameters).query((row, number) -> pair(row)).list();
    }

    private static String[] units(CampaignRules known, @Nullable String of) {
        return known.units().keySet().stream().filter(unit -> known.isWithin(unit, of)).toArray(String[]::new);
    }

    private static void after(StringBuilder sql, Map<String, Object> parameters, String cursor) {
        String[] place = cursor.split("-");
        sql.append(" and (l.score, l.position_b, l.position_a) < (:score, :later, :earlier)");
        parameters.put("score", Integer.parseInt(place[0]));
        parameters.put("later", Long.parseLong(place[1]));
        parameters.put("earlier", Long.parseLong(place[2]));
    }

    private static Pair pair(ResultSet row) throws SQLException {
        Array reasons = row.getArray("reasons");
        String by = row.getString("dismissed_by");
        return new Pair(row.getString("kind"), row.getInt("score"), List.of((String[]) reasons.getArray()),
                new Half(row.getString("record_a"), row.getLong("position_a")),
                new Half(row.getString("record_b"), row.getLong("position_b")), row.getLong("listed_at_position"),
                by == null
                        ? null
                        : new DuplicatePage.Dismissed(by, row.getObject("dismissed_at", OffsetDateTime.class)
                                .toInstant(), row.getString("reason")));
    }

    /** The ids of all records of these pairs, by kind. */
    static Map<String, Set<String>> recordsOf(List<Pair> pairs) {
        return pairs.stream().collect(Collectors.groupingBy(Pair::kind, Collectors.flatMapping(
                pair -> pair.halves().map(Half::id), Collectors.toSet())));
    }
}
