package org.campaignledger.progress.read.explain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.progress.read.explain.Explanation.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the postings behind a figure. */
@Component
class PostingQuery {

    private final JdbcClient jdbc;

    PostingQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many postings there are, and what they add up to. */
    record Sum(long count, long amount) {}

    /** A page of postings, and where it ended if there are more. */
    record Page(List<Line> lines, @Nullable Cursor next) {}

    private record Found(Line line, Cursor cursor) {}

    Sum sum(Figure figure) {
        return jdbc.sql("select count(*), coalesce(sum(amount), 0)::bigint from posting where " + condition(figure))
                .params(parameters(figure)).query((row, number) -> new Sum(row.getLong(1), row.getLong(2))).single();
    }

    Page page(Figure figure, Cursor after, int limit) {
        Map<String, Object> parameters = parameters(figure);
        parameters.put("afterPosition", after.position());
        parameters.put("afterOrdinal", after.ordinal());
        parameters.put("limit", limit + 1);
        List<Found> found = jdbc.sql("select * from posting where " + condition(figure)
                + " and (position, ordinal) > (:afterPosition, :afterOrdinal::smallint)"
                + " order by position, ordinal limit :limit").params(parameters).query(PostingQuery::found).list();
        boolean more = found.size() > limit;
        List<Found> shown = more ? found.subList(0, limit) : found;
        return new Page(shown.stream().map(Found::line).toList(), more ? shown.getLast().cursor() : null);
    }

    /**
     * All postings of the events after a position up to another, in order, as lines; after 0 also those that state a
     * position at which no event can be.
     */
    List<String> lines(long after, long to) {
        return jdbc.sql("""
            select concat_ws(e'\\t', position, campaign, unit, coalesce(category, ''), metric, occurred_on, amount)
            from posting where position <= :to and (position > :after or :after = 0) order by position, ordinal""")
                .param("after", after).param("to", to).query(String.class).list();
    }

    private static String condition(Figure figure) {
        return "campaign = :campaign and metric = :metric and position <= :position"
                + (figure.units() == null ? "" : " and unit in (:units)")
                + (figure.category() == null ? "" : " and category = :category")
                + (figure.on() == null ? "" : " and occurred_on <= :on");
    }

    private static Map<String, Object> parameters(Figure figure) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("campaign", figure.campaign());
        parameters.put("metric", figure.metric().id());
        parameters.put("position", figure.position());
        List<String> units = figure.units();
        if (units != null) {
            parameters.put("units", units);
        }
        String category = figure.category();
        if (category != null) {
            parameters.put("category", category);
        }
        LocalDate on = figure.on();
        if (on != null) {
            parameters.put("on", on);
        }
        return parameters;
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        Line line = new Line(row.getLong("position"), row.getString("type"), row.getString("record_id"),
                row.getString("unit"), row.getString("category"), row.getLong("amount"),
                row.getObject("occurred_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
        return new Found(line, new Cursor(line.position(), row.getInt("ordinal")));
    }
}
