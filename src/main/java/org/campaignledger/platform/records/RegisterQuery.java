package org.campaignledger.platform.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a register within the caller's scope: a reporter its unit and sub-units, an admin or auditor all. */
@Component
public class RegisterQuery {

    static final String COLUMNS = "id, position, campaign, unit, occurred_on, recorded_at, changed_at, valid_from, state,"
            + " correction, fields";
    /** In the form of the indexes that hold it. */
    private static final String NOT_ENDED = "coalesce(valid_to, 9223372036854775807) > :asOf";

    private final JdbcClient jdbc;
    private final CampaignRulesSource rules;
    private final Freshness freshness;
    private final LedgerStore store;
    private final CorrectionsOfRecords corrections;

    /** Queries on the registers of this database. */
    public RegisterQuery(JdbcClient jdbc, CampaignRulesSource rules, Freshness freshness, LedgerStore store,
            CorrectionsOfRecords corrections) {
        this.corrections = corrections;
        this.jdbc = jdbc;
        this.rules = rules;
        this.freshness = freshness;
        this.store = store;
    }

    /**
     * A page of a register.
     *
     * @param finish adds to or takes from the items of a page before they are shown
     * @throws Refused 403 for a role without registers, 404 if there is no such campaign
     */
    public ResponseEntity<RegisterPage> page(RegisterProjection register, String campaign,
            RegisterParameters parameters, UnaryOperator<List<Map<String, Object>>> finish) {
        return page(register, campaign, parameters, Map.of(), finish);
    }

    /**
     * The same where further fields must have these values; without a campaign over all of them.
     *
     * @throws Refused 403 also for a REPORTER who asks over all campaigns
     */
    public ResponseEntity<RegisterPage> page(RegisterProjection register, @Nullable String campaign,
            RegisterParameters parameters, Map<String, String> fields,
            UnaryOperator<List<Map<String, Object>>> finish) {
        Actor actor = campaign == null
                ? CurrentActor.require(Role.ADMIN, Role.AUDITOR)
                : CurrentActor.require(Role.REPORTER, Role.ADMIN, Role.AUDITOR);
        return pageFor(actor, register, campaign, parameters, fields, List.of(), finish);
    }

    /**
     * The same for a caller of whom it is known already that it may ask; a REPORTER is still shown only its own.
     *
     * @param blind what the searched text may hold instead of {@code ?text=}, all of it
     * @throws Refused 404 if there is no such campaign
     */
    public ResponseEntity<RegisterPage> pageFor(Actor actor, RegisterProjection register, @Nullable String campaign,
            RegisterParameters parameters, Map<String, String> fields, List<String> blind,
            UnaryOperator<List<Map<String, Object>>> finish) {
        @Nullable
        CampaignRules known = campaign == null ? null : rules.rules(campaign);
        RegisterFilter filter = parameters.filter(fields, blind);
        PointInTime when = PointInTime.of(parameters.position(), parameters.at(), parameters.on(), store);
        return freshness.answerAsOf(register.name(), when, parameters.waitFor(), asOf -> {
            List<Map<String, Object>> items = rows(register, known, actor, filter, when, asOf);
            boolean more = items.size() > filter.limit();
            List<Map<String, Object>> shown = more ? items.subList(0, filter.limit()) : items;
            String next = more ? String.valueOf(shown.getLast().get("position")) : null;
            return new RegisterPage(finish.apply(shown), next);
        });
    }

    private List<Map<String, Object>> rows(RegisterProjection register, @Nullable CampaignRules known, Actor actor,
            RegisterFilter filter, PointInTime when, long asOf) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from " + register.table()
                + " where position < :before and valid_from <= :asOf and " + NOT_ENDED);
        Map<String, Object> parameters = new LinkedHashMap<>();
        condition(sql, parameters, " and campaign = :campaign", "campaign", known == null ? null : known.campaign());
        parameters.put("before", filter.before());
        parameters.put("asOf", asOf);
        parameters.put("limit", filter.limit() + 1);
        Optional<List<String>> units = units(known, actor, filter.unit());
        if (units.isPresent()) {
            if (units.get().isEmpty()) {
                return List.of();
            }
            sql.append(" and unit in (:units)");
            parameters.put("units", units.get());
        }
        condition(sql, parameters, " and state = :state", "state", filter.state());
        condition(sql, parameters, " and occurred_on >= :from", "from", filter.from());
        condition(sql, parameters, " and occurred_on <= :to", "to", filter.to());
        condition(sql, parameters, " and occurred_on <= :on", "on", when.on());
        fields(sql, parameters, filter.fields());
        if (filter.text() != null && !filter.text().isBlank()) {
            text(sql, parameters, filter.text(), filter.blind());
        }
        sql.append(" order by position desc limit :limit");
        return new ArrayList<>(jdbc.sql(sql.toString()).params(parameters).query(RegisterItem::of).list());
    }

    private static void text(StringBuilder sql, Map<String, Object> parameters, String text, List<String> blind) {
        condition(sql, parameters, " and (search " + alike(text) + " :text", "text", Containing.pattern(text));
        for (int i = 0; i < blind.size(); i++) {
            condition(sql, parameters, (i == 0 ? " or (" : " and ") + "search like :blind" + i, "blind" + i,
                    Containing.pattern(blind.get(i)));
        }
        sql.append(blind.isEmpty() ? ")" : "))");
    }

    /** Chinese knows no case, and need not be brought to one: that is most of what a search costs. */
    private static String alike(String text) {
        String normal = NormalForm.text(text);
        return normal.toLowerCase(Locale.ROOT).equals(normal.toUpperCase(Locale.ROOT)) ? "like" : "ilike";
    }

    private static void fields(StringBuilder sql, Map<String, Object> parameters, Map<String, String> wanted) {
        wanted.forEach((name, value) -> condition(sql, parameters, " and fields ->> '" + name + "' = :" + name, name,
                value));
    }

    private static void condition(StringBuilder sql, Map<String, Object> parameters, String clause, String name,
            @Nullable Object value) {
        if (value != null) {
            sql.append(clause);
            parameters.put(name, value);
        }
    }

    /** The units that are asked for and may be seen; empty optional for all, an empty list for none. */
    private static Optional<List<String>> units(@Nullable CampaignRules known, Actor actor, @Nullable String asked) {
        if (known == null) {
            return Optional.ofNullable(asked).map(List::of);
        }
        if (actor.role() != Role.REPORTER && asked == null) {
            return Optional.empty();
        }
        return Optional.of(known.units().keySet().stream()
                .filter(unit -> asked == null || known.isWithin(unit, asked))
                .filter(unit -> actor.role() != Role.REPORTER || known.isWithin(unit, actor.scope()))
                .toList());
    }

    /**
     * Ids of the records that are found and still count, in the order of their recording.
     *
     * @param limit so many at most
     * @throws Refused 404 if there is no such campaign; 503 if the register has not caught up with the ledger
     */
    public List<String> countingIds(RegisterProjection register, String campaign, Actor actor, @Nullable String unit,
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String text, int limit) {
        CampaignRules known = rules.rules(campaign);
        return Objects.requireNonNull(freshness.answer(register.name(), store.head(), () -> counting(register, known,
                actor, unit, from, to, text, limit)).getBody());
    }

    private List<String> counting(RegisterProjection register, CampaignRules known, Actor actor, @Nullable String unit,
            @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String text, int limit) {
        StringBuilder sql = new StringBuilder("select id from " + register.table()
                + " where campaign = :campaign and valid_to is null and state in "
                + "('RECORDED', 'AMENDED', 'SUBMITTED', 'ACCEPTED', 'RECOMMENDED')");
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("campaign", known.campaign(), "limit", limit));
        Optional<List<String>> units = units(known, actor, unit);
        if (units.isPresent() && units.get().isEmpty()) {
            return List.of();
        }
        condition(sql, parameters, " and unit in (:units)", "units", units.orElse(null));
        condition(sql, parameters, " and occurred_on >= :from", "from", from);
        condition(sql, parameters, " and occurred_on <= :to", "to", to);
        condition(sql, parameters, " and search " + (text == null ? "" : alike(text)) + " :text", "text",
                text == null || text.isBlank() ? null : Containing.pattern(text));
        return jdbc.sql(sql + " order by position limit :limit").params(parameters).query(String.class).list();
    }

    /**
     * One record.
     *
     * @throws Refused 404 if there is none, or none that the caller may see
     */
    public ResponseEntity<Map<String, Object>> one(RegisterProjection register, String campaign, String id,
            RegisterParameters parameters, UnaryOperator<List<Map<String, Object>>> finish) {
        return oneFor(CurrentActor.require(Role.REPORTER, Role.ADMIN, Role.AUDITOR), register, campaign, id, parameters,
                finish);
    }

    /**
     * The same for a caller of whom it is known already that it may ask; a REPORTER is still shown only its own.
     *
     * @throws Refused 404 if there is none, or none that the caller may see
     */
    public ResponseEntity<Map<String, Object>> oneFor(Actor actor, RegisterProjection register, String campaign,
            String id, RegisterParameters parameters, UnaryOperator<List<Map<String, Object>>> finish) {
        CampaignRules known = rules.rules(campaign);
        PointInTime when = PointInTime.of(parameters.position(), parameters.at(), parameters.on(), store);
        // Its corrections stand in registers of their own: who has just decided on one is to find it decided.
        Long asked = when.position();
        Long waitFor = parameters.waitFor();
        Long needed = asked == null ? waitFor : Long.valueOf(Math.max(asked, waitFor == null ? 0 : waitFor));
        corrections.projections().forEach(read -> freshness.awaitProjection(read, needed));
        return freshness.answerAsOf(register.name(), when, parameters.waitFor(), asOf -> {
            Map<String, Object> item = jdbc.sql("select " + COLUMNS + " from " + register.table()
                    + " where id = :id and campaign = :campaign and valid_from <= :asOf"
                    + " and (valid_to is null or valid_to > :asOf)")
                    .param("id", id).param("campaign", campaign).param("asOf", asOf)
                    .query(RegisterItem::of).optional().orElseThrow(Refused::notFound);
            boolean seen = actor.role() != Role.REPORTER
                    || known.isWithin(String.valueOf(item.get("unit")), actor.scope());
            if (!seen) {
                throw Refused.notFound();
            }
            return withItsLife(register, finish.apply(List.of(item)).getFirst(), asOf, finish);
        });
    }

    /** What was recorded, asked and decided of it up to then, and which records were merged into it. */
    private Map<String, Object> withItsLife(RegisterProjection register, Map<String, Object> item, long asOf,
            UnaryOperator<List<Map<String, Object>>> finish) {
        String id = String.valueOf(item.get("id"));
        Map<String, Object> whole = new LinkedHashMap<>(item);
        List<Map<String, Object>> versions = jdbc.sql("select " + COLUMNS + " from " + register.table()
                + " where id = :id and valid_from <= :asOf order by valid_from")
                .param("id", id).param("asOf", asOf).query(RegisterItem::of).list();
        // One by one: a person has one name in each, and the same id in all of them.
        whole.put("versions", versions.stream().map(version -> finish.apply(List.of(version)).getFirst()).toList());
        whole.put("corrections", corrections.of(id, versions.stream()
                .flatMap(version -> Stream.ofNullable(version.get("correction"))).map(String::valueOf).toList(), asOf));
        whole.put("mergedFrom", jdbc.sql("select id from " + register.table()
                + " where fields ->> 'mergedInto' = :id and valid_from <= :asOf"
                + " and (valid_to is null or valid_to > :asOf) order by position")
                .param("id", id).param("asOf", asOf).query(String.class).list());
        return whole;
    }
}
