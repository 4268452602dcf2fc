package org.campaignledger.bench;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of a large category, made in the database as the projections would have made them; no events stand behind them. An
 * entry of the register has three versions. Positions are below 0, so that they are before all that the ledger holds.
 */
final class JudgedRows {

    static final int ENTRIES = Integer.getInteger("bench.entries", 100_000);
    static final int PER_ENTRY = 10;

    private static final List<String> SQL = List.of(
            """
                insert into judging_entry select :campaign || '-' || e, :campaign, 'activity', units[1 + e % 30], 'RECOMMENDED'
                from generate_series(1, :entries) e, (select array(select 'U' || u from generate_series(1, 30) u) as units) u""",
            """
                insert into judging_seat
                select :campaign || '-' || e, case (e * 7 + j) % 200 when 0 then 'judge-bj' else 'judge' || (e * 7 + j) % 200
                    end, :campaign, 'activity', md5(e || '/' || j), e % 1000 = 7 and j = 1,
                    (random() * 40)::int || ',' || (random() * 20)::int || ',' || (random() * 30)::int, 1
                from generate_series(1, :entries) e, generate_series(1, :perEntry) j""",
            """
                insert into judging_panel
                select entry, 0, count(scored) filter (where not recused),
                       string_agg(judge || ':' || points || case when recused then '!' else '' end, ' ' order by judge)
                from judging_seat where campaign = :campaign and entry like :campaign || '-%' group by entry""", """
                insert into judging_judge as c
                select campaign, category, judge, count(*) filter (where not recused),
                       count(scored) filter (where not recused), count(*) filter (where recused)
                from judging_seat where campaign = :campaign and entry like :campaign || '-%'
                group by campaign, category, judge
                on conflict (campaign, category, judge) do update set assigned = c.assigned + excluded.assigned""", """
                insert into judging_tally as c
                select :campaign, 'activity', scores, count(*) from judging_panel where entry like :campaign || '-%'
                group by scores
                on conflict (campaign, category, scores) do update set entries = c.entries + excluded.entries""",
            """
                insert into entry_register (id, position, valid_from, valid_to, campaign, unit, occurred_on, recorded_at,
                                            changed_at, state, fields, search)
                select :campaign || '-' || e, -4 * e, -4 * e + v, case when v < last then -4 * e + v + 1 end, :campaign,
                       case when e % 30 = 0 then 'FJ' else units[1 + e % 30] end, date '2019-06-01' + e % 90, now(), now(),
                       case v when 0 then 'SUBMITTED' when 1 then 'ACCEPTED' else 'RECOMMENDED' end,
                       jsonb_build_object('category', 'activity', 'via', 'REPORTER', 'kind', 'UNION', 'union', '某市总工会',
                           'title', '网上练兵' || e, 'description', repeat('线下活动，线上传播。', 20),
                           'links', jsonb_build_array()),
                       :campaign || '-' || e || ' 网上练兵' || e || ' 某市总工会'
                from generate_series(1, :entries) e,
                     lateral (select case when e % 2000 = 1 then 0 when e % 2000 = 2 then 1 else 2 end as last) l,
                     lateral generate_series(0, last) v,
                     (select array(select 'U' || u from generate_series(1, 30) u) as units) u""");
    private static final String SHOWCASE = """
        insert into showcase_work (entry, campaign, category, unit, content, recommended_on, told_at, told_by)
        select :campaign || '-' || e, :campaign, 'activity', 'FJ',
               jsonb_build_object('kind', 'UNION', 'union', '某市总工会', 'title', '网上练兵' || e, 'description',
                   repeat('线下活动，线上传播。', 20), 'links', jsonb_build_array()),
               date '2019-08-01', now() - e * interval '1 second', 1
        from generate_series(1, :entries) e""";

    private final JdbcClient jdbc;

    JudgedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries, all recommended but for a few, each with ten scores of two hundred judges, one of them judge-bj. */
    void judged(String campaign) {
        SQL.forEach(sql -> run(sql, campaign));
        List.of("judging_seat", "judging_entry", "judging_panel", "judging_judge", "judging_tally", "entry_register")
                .forEach(this::tidy);
    }

    /** As many works as may be shown, all of them recommended; awards are granted by {@link GrantedAwards}. */
    void shown(String campaign) {
        run(SHOWCASE, campaign);
        tidy("showcase_work");
    }

    private void run(String sql, String campaign) {
        jdbc.sql(sql).param("campaign", campaign).param("entries", ENTRIES).param("perEntry", PER_ENTRY).update();
    }

    private void tidy(String table) {
        jdbc.sql("vacuum analyze " + table).update();
    }
}
