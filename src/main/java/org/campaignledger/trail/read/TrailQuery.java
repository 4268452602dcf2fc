package org.campaignledger.trail.read;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.Containing;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds positions in the trail: by filters, within what the caller may see. */
@Component
class TrailQuery {

    private static final Actor EVERYTHING = new Actor("", Role.AUDITOR, null, null);
    /** Written out, so that the index without these events is used: there may be a million of them behind each other. */
    private static final String NOTHING_OF_PANELS = Stream.of(PanelEvent.class.getPermittedSubclasses())
            .map(Class::getSimpleName).sorted().collect(Collectors.joining("', '", " and type not in ('", "')"));

    private final JdbcClient jdbc;
    private final CampaignRulesSource rules;

    TrailQuery(JdbcClient jdbc, CampaignRulesSource rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /** Positions below {@code before}, newest first. */
    List<Long> newestFirst(@Nullable String campaign, TrailParameters parameters, Actor actor, long before,
            int limit) {
        return find(campaign, parameters, actor, " and position < :bound", before, " order by position desc", limit);
    }

    /** Positions above {@code after}, oldest first. */
    List<Long> oldestFirst(@Nullable String campaign, TrailParameters parameters, Actor actor, long after,
            int limit) {
        return find(campaign, parameters, actor, " and position > :bound", after, " order by position", limit);
    }

    /**
     * The last positions, newest first, whoever asks. What happens between an entry and its judges is not among them: when
     * another judge scores is nothing that a judge is to be told (rule 15).
     */
    List<Long> latest(String campaign, TrailParameters parameters, int limit) {
        return find(campaign, parameters, EVERYTHING, NOTHING_OF_PANELS + " and position < :bound", Long.MAX_VALUE,
                " order by position desc", limit);
    }

    /** Whether the event at this position may be seen; false also if the trail does not have it yet. */
    boolean maySee(long position, Actor actor) {
        if (actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR) {
            return true;
        }
        return jdbc.sql("select campaign, unit, category, former_unit from trail_entry where position = ?")
                .param(position)
                .query((row, number) -> isWithin(actor, row.getString(1), row.getString(2), row.getString(3))
                        || isWithin(actor, row.getString(1), row.getString(4), row.getString(3)))
                .optional().orElse(false);
    }

    private boolean isWithin(Actor actor, @Nullable String campaign, @Nullable String unit,
            @Nullable String category) {
        return switch (actor.role()) {
            case REPORTER -> campaign != null && unit != null
                    && rules.rules(campaign).isWithin(unit, actor.scope());
            case HOST -> category != null && category.equals(actor.scope());
            default -> false;
        };
    }

    /**
     * A later event that corrects one.
     *
     * @param position its position
     * @param type     its short name
     */
    record Corrected(long position, String type) {}

    /** What has corrected the record of an event since, in its order; what was only asked for is not in it. */
    List<Corrected> correctionsOf(String recordId, long position) {
        return jdbc.sql("""
            select position, type from trail_entry
            where record_id = ? and position > ? and corrects is not null and corrects <= ? order by position""")
                .params(recordId, position, position)
                .query((row, number) -> new Corrected(row.getLong(1), row.getString(2))).list();
    }

    /** The events of a correction: asked for, decided, and what came of it, in their order; so many at most. */
    List<Corrected> eventsOf(String correction, int limit) {
        return jdbc.sql("select position, type from trail_entry where correction = ? order by position limit ?")
                .params(correction, limit)
                .query((row, number) -> new Corrected(row.getLong(1), row.getString(2))).list();
    }

    private List<Long> find(@Nullable String campaign, TrailParameters asked, Actor actor, String bound, long value,
            String order, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("bound", value);
        parameters.put("limit", limit);
        return where(campaign, asked, actor, parameters)
                .map(where -> jdbc.sql("select position from trail_entry" + where + bound + order + " limit :limit")
                        .params(parameters).query(Long.class).list())
                .orElse(List.of());
    }

    /**
     * How many events of each type each account has caused.
     *
     * @param type   short name
     * @param actor  user name
     * @param events how many
     */
    record Share(String type, String actor, long events) {}

    /** What happened after one position and up to another, by type and account. */
    List<Share> shares(String campaign, TrailParameters asked, Actor actor, long from, long to) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("after", from);
        parameters.put("upTo", to);
        return where(campaign, asked, actor, parameters).map(where -> jdbc.sql("select type, actor, count(*)"
                + " from trail_entry" + where + " and position > :after and position <= :upTo group by type, actor"
                + " order by type, actor").params(parameters)
                .query((row, number) -> new Share(row.getString(1), row.getString(2), row.getLong(3))).list())
                .orElse(List.of());
    }

    /** The conditions of what is asked for and may be seen; empty if nothing can be found. */
    private Optional<String> where(@Nullable String campaign, TrailParameters asked, Actor actor,
            Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder(" where true");
        add(sql, parameters, " and campaign = :campaign", "campaign", campaign);
        add(sql, parameters, " and type = :type", "type", asked.type());
        add(sql, parameters, " and category = :category", "category", asked.category());
        add(sql, parameters, " and actor = :actor", "actor", asked.actor());
        add(sql, parameters, " and (record_id = :recordId or correction = :recordId)", "recordId", asked.recordId());
        add(sql, parameters, " and recorded_at >= :from", "from",
                asked.from() == null ? null : asked.from().atOffset(ZoneOffset.UTC));
        add(sql, parameters, " and recorded_at <= :to", "to",
                asked.to() == null ? null : asked.to().atOffset(ZoneOffset.UTC));
        add(sql, parameters, " and search ilike :text", "text", pattern(asked.text()));
        return scope(sql, parameters, campaign, asked.unit(), actor) ? Optional.of(sql.toString()) : Optional.empty();
    }

    /** Answers false if nothing can be found within the scope. */
    private boolean scope(StringBuilder sql, Map<String, Object> parameters, @Nullable String campaign,
            @Nullable String unit, Actor actor) {
        if (actor.role() == Role.HOST) {
            add(sql, parameters, " and category = :own", "own", actor.scope());
        }
        if (unit == null && actor.role() != Role.REPORTER || campaign == null) {
            return campaign != null || unit == null;
        }
        CampaignRules known = rules.rules(campaign);
        List<String> units = known.units().keySet().stream()
                .filter(code -> unit == null || known.isWithin(code, unit))
                .filter(code -> actor.role() != Role.REPORTER || known.isWithin(code, actor.scope()))
                .toList();
        add(sql, parameters, " and (unit in (:units) or former_unit in (:units))", "units", units.isEmpty()
                ? null
                : units);
        return !units.isEmpty();
    }

    private static @Nullable String pattern(@Nullable String text) {
        return text == null || text.isBlank() ? null : Containing.pattern(text);
    }

    private static void add(StringBuilder sql, Map<String, Object> parameters, String clause, String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(clause);
            parameters.put(name, value);
        }
    }
}
