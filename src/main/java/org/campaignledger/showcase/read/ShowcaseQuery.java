package org.campaignledger.showcase.read;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Content.SubmitterKind;
import org.campaignledger.entry.events.Work;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CategoryRules;
import org.campaignledger.platform.rules.JudgingDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of the works is shown: awarded ones, and recommended ones where the category's definition says so; never one that
 * takes part no more, nor one whose author is erased. Unit and submitter of a category that is being judged are hidden
 * (rule 15), and its works stand in the order of their ids.
 */
@Component
class ShowcaseQuery {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COLUMNS = """
        entry, category, unit, content, award, level, rank, score, recommended_on, told_at, told_by, sort""";
    private static final String SHOWN = "campaign = :campaign and not gone and ";
    private static final String ONE = "select " + COLUMNS + " from showcase_work where entry = :entry and " + SHOWN
            + "(award is not null or recommended_on is not null and category in (:recommended))";
    private static final String IN_ORDER = " order by sort limit :limit";
    /** In two parts, each in the order of an index of its own: a page costs the same wherever it begins. */
    private static final String AWARDED = "(select " + COLUMNS + " from showcase_work where " + SHOWN
            + "award is not null and sort > :after{category}" + IN_ORDER + ")";
    private static final String NEWEST_FIRST = " order by told_at desc, entry limit :limit";
    private static final String RECOMMENDED_OF = "(select work.* from unnest(array[:{of}]) as shows(category), lateral"
            + " (select " + COLUMNS + " from showcase_work where " + SHOWN + "award is null"
            + " and recommended_on is not null and category = shows.category{order}) work)";
    private static final String RECOMMENDED = RECOMMENDED_OF.replace("{of}", "recommended")
            .replace("{order}", " and sort > :after" + IN_ORDER);
    /** In parts, as the pages are; those of a blind category in the order of ids. */
    private static final String NEWEST = "select * from ((select " + COLUMNS + " from showcase_work where " + SHOWN
            + "award is not null" + NEWEST_FIRST + ")"
            + " union all " + RECOMMENDED_OF.replace("{of}", "open").replace("{order}", NEWEST_FIRST)
            + " union all " + RECOMMENDED_OF.replace("{of}", "blind").replace("{order}", IN_ORDER)
            + ") shown order by case when category in (:blind) then null else told_at end desc nulls last, entry"
            + " limit :limit";

    private final JdbcClient jdbc;
    private final PersonalDataVault vault;
    private final JudgingDesk judging;

    ShowcaseQuery(JdbcClient jdbc, PersonalDataVault vault, JudgingDesk judging) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.judging = judging;
    }

    private record Row(
            String entry, String category, String unit, Content content, @Nullable String award,
            @Nullable String level, int rank, @Nullable BigDecimal score, @Nullable String recommendedOn,
            OffsetDateTime toldAt, long toldBy, String sort) {}

    /**
     * A page of it.
     *
     * @param next where the next page begins; absent on the last
     */
    record Found(List<Shown> works, @Nullable String next) {}

    /**
     * Works in the order of category and rank. One that cannot be shown any more takes its place in a page, and is missing
     * there: the next page begins behind it all the same.
     *
     * @param after {@link Found#next} of the page before; absent for the first
     */
    Found page(CampaignRules rules, @Nullable String category, @Nullable String after, int limit) {
        List<Row> rows = rows(rules, category, after, limit + 1);
        boolean more = rows.size() > limit;
        List<Row> page = more ? rows.subList(0, limit) : rows;
        return new Found(shown(rules, page), more ? page.getLast().sort() : null);
    }

    /** Those that the public was told of last, newest first; those of a blind category behind, in the order of ids. */
    List<Shown> newest(CampaignRules rules, int limit) {
        Map<Boolean, List<String>> recommended = recommended(rules, null).stream()
                .collect(Collectors.partitioningBy(category -> judging.isOpen(rules.campaign(), category)));
        return shown(rules, jdbc.sql(NEWEST).param("campaign", rules.campaign())
                .param("open", orNone(recommended.getOrDefault(false, List.of())))
                .param("blind", orNone(recommended.getOrDefault(true, List.of()))).param("limit", limit)
                .query(ShowcaseQuery::row).list());
    }

    /** An empty list is none in SQL. */
    private static List<String> orNone(List<String> some) {
        return some.isEmpty() ? List.of("") : some;
    }

    /** One work, if it is shown. */
    Optional<Shown> one(CampaignRules rules, String entry) {
        return shown(rules, row(rules, entry)).stream().findFirst();
    }

    /** The digest of a shown work's file, if it has one. */
    Optional<String> file(CampaignRules rules, String entry) {
        return one(rules, entry).isEmpty()
                ? Optional.empty()
                : row(rules, entry).stream().map(row -> row.content().work()).filter(Objects::nonNull)
                        .map(Work::sha256).findFirst();
    }

    private List<Row> row(CampaignRules rules, String entry) {
        return jdbc.sql(ONE).param("campaign", rules.campaign()).param("entry", entry)
                .param("recommended", orNone(recommended(rules, null)))
                .query(ShowcaseQuery::row).list();
    }

    private List<Row> rows(CampaignRules rules, @Nullable String category, @Nullable String after, int limit) {
        List<String> recommended = recommended(rules, category);
        Map<String, Object> parameters = new HashMap<>(Map.of("campaign", rules.campaign(), "limit", limit,
                "after", after == null ? "" : after, "recommended", recommended));
        String awarded = AWARDED.replace("{category}", category == null ? "" : " and category = :category");
        if (category != null) {
            parameters.put("category", category);
        }
        String both = recommended.isEmpty() ? awarded : awarded + " union all " + RECOMMENDED;
        return jdbc.sql("select * from (" + both + ") shown" + IN_ORDER).params(parameters)
                .query(ShowcaseQuery::row).list();
    }

    /** The categories of which recommended works are shown: all, or this one if it is one of them. */
    private static List<String> recommended(CampaignRules rules, @Nullable String category) {
        return rules.categories().values().stream().filter(CategoryRules::showRecommended).map(CategoryRules::id)
                .filter(id -> category == null || category.equals(id)).toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("entry"), row.getString("category"), row.getString("unit"),
                JSON.readValue(row.getString("content"), Content.class), row.getString("award"),
                row.getString("level"), row.getInt("rank"), row.getBigDecimal("score"),
                row.getString("recommended_on"), row.getObject("told_at", OffsetDateTime.class),
                row.getLong("told_by"), row.getString("sort"));
    }

    private List<Shown> shown(CampaignRules rules, List<Row> rows) {
        Map<String, Map<String, String>> people = vault.openAll(rows.stream().map(Row::content)
                .filter(content -> content.subject() != null && content.sealed() != null)
                .collect(Collectors.toMap(content -> Objects.requireNonNull(content.subject()),
                        content -> Objects.requireNonNull(content.sealed()), (one, other) -> one)));
        Map<String, Boolean> blind = rows.stream().map(Row::category).distinct()
                .collect(Collectors.toMap(category -> category, category -> judging.isOpen(rules.campaign(),
                        category)));
        return rows.stream().flatMap(row -> shown(rules.campaign(), row,
                people.getOrDefault(String.valueOf(row.content().subject()), Map.of()),
                Boolean.TRUE.equals(blind.get(row.category()))).stream()).toList();
    }

    private static Optional<Shown> shown(String campaign, Row row, Map<String, String> person, boolean blind) {
        Content content = row.content();
        boolean individual = content.kind() == SubmitterKind.INDIVIDUAL;
        String title = individual ? person.get("title") : content.title();
        if (title == null) {
            return Optional.empty();
        }
        Shown.Submitter submitter = new Shown.Submitter(content.kind().name(), content.union());
        String links = individual ? person.get("links") : String.join("\n", content.links());
        String award = row.award();
        BigDecimal score = row.score();
        return Optional.of(new Shown(row.entry(), row.category(), title,
                individual ? person.get("theme") : content.theme(),
                individual ? person.get("description") : content.description(), blind ? null : row.unit(),
                blind ? null : submitter, award == null ? "RECOMMENDED" : "AWARDED",
                award == null || score == null
                        ? null
                        : new Shown.Award(award, String.valueOf(row.level()), row.rank(), score, row.toldBy()),
                file(campaign, row), links == null || links.isEmpty() ? List.of() : List.of(links.split("\n")),
                blind ? null : row.recommendedOn(), blind ? null : row.toldBy(),
                blind ? null : row.toldAt().toInstant()));
    }

    private static Shown.@Nullable File file(String campaign, Row row) {
        Work work = row.content().work();
        if (work == null) {
            return null;
        }
        String path = "/api/v1/campaigns/" + campaign + "/showcase/" + row.entry();
        Long millis = work.durationMillis();
        return new Shown.File(work.mediaType(), millis == null ? null : BigDecimal.valueOf(millis, 3), work.width(),
                work.height(), path + "/work", work.mediaType().startsWith("image/") ? path + "/thumbnail" : null);
    }
}
