package org.campaignledger.correction.duplicates;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.campaignledger.platform.duplicates.Reason;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of likely duplicates and how far it is, as kept in the database. Never holds what was compared. */
@Component
class DuplicateTables {

    private static final int LOCK = 0x6475706C;
    private static final String OF_ONE = " where campaign = :campaign and kind = :kind";
    private static final String INSERT = """
        insert into likely_duplicate (campaign, kind, record_a, record_b, position_a, position_b, unit_a, unit_b, score,
            reasons, listed_at_position)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?)""";
    private static final String KEEP_RUN = """
        insert into likely_duplicate_run (campaign, kind, position, records, compared, listed, cut_blocks, cut_short)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (campaign, kind) do update set position = excluded.position,
            records = excluded.records, compared = excluded.compared, listed = excluded.listed,
            cut_blocks = excluded.cut_blocks, cut_short = excluded.cut_short, ran_at = clock_timestamp()""";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    DuplicateTables(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /**
     * One kind of record of one campaign, of which there is one list.
     *
     * @param campaign its campaign
     * @param kind     the name of its register
     */
    record Part(String campaign, String kind) {}

    /**
     * Takes this part for the transaction under way, so that one instance at a time makes its list.
     *
     * @param patient whether to wait for another that has it
     * @return whether it was taken
     * @throws org.springframework.dao.CannotAcquireLockException it was waited for in vain
     */
    boolean take(Part part, boolean patient, Duration atMost) {
        // All records are read and compared meanwhile, which takes its time and holds up nobody else.
        jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
        if (!patient) {
            return jdbc.sql("select pg_try_advisory_xact_lock(" + LOCK + ", hashtext(?))").param(name(part))
                    .query(Boolean.class).single();
        }
        jdbc.sql("select set_config('lock_timeout', ?, true)").param(atMost.toMillis() + "ms").query().listOfRows();
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ", hashtext(?))").param(name(part)).query().listOfRows();
        return true;
    }

    private static String name(Part part) {
        return part.campaign() + "/" + part.kind();
    }

    /** Replaces the list of a part by what was found. */
    void replace(Part part, long position, Comparison.Found found) {
        jdbc.sql("delete from likely_duplicate" + OF_ONE).paramSource(part).update();
        batches.batchUpdate(INSERT, found.pairs().stream().map(pair -> row(part, position, pair)).toList());
        jdbc.sql(KEEP_RUN).params(part.campaign(), part.kind(), position, found.records(), found.compared(),
                found.pairs().size(), found.cutBlocks(), found.cutShort()).update();
    }

    private static Object[] row(Part part, long position, LikelyDuplicate pair) {
        return new Object[]{part.campaign(), part.kind(), pair.earlier().recordId(), pair.later().recordId(),
                pair.earlier().position(), pair.later().position(), pair.earlier().unit(), pair.later().unit(),
                pair.likeness().score(),
                pair.likeness().reasons().stream().map(Reason::code).collect(Collectors.joining(",")), position};
    }

    /** The list of a part still is as it was, up to this position. */
    void stillHolds(Part part, long position) {
        jdbc.sql("update likely_duplicate_run set position = greatest(position, :position), ran_at = clock_timestamp()"
                + OF_ONE).param("position", position).param("campaign", part.campaign()).param("kind", part.kind())
                .update();
    }

    /** Every record that the list of a part names, or of which somebody has said that it is another than a second. */
    Set<String> named(Part part) {
        Set<String> named = new HashSet<>();
        for (String table : List.of("likely_duplicate", "duplicate_dismissed")) {
            jdbc.sql("select record_a, record_b from " + table + OF_ONE).paramSource(part).query(row -> {
                named.add(row.getString(1));
                named.add(row.getString(2));
            });
        }
        return named;
    }

    /** Nothing is left of what these records were likely to be. */
    void forget(Part part, Collection<String> records) {
        for (String table : records.isEmpty()
                ? List.<String>of()
                : List.of("likely_duplicate", "duplicate_dismissed")) {
            jdbc.sql("delete from " + table + OF_ONE + " and (record_a = any(:records) or record_b = any(:records))")
                    .param("campaign", part.campaign()).param("kind", part.kind())
                    .param("records", records.toArray(String[]::new)).update();
        }
    }

    /** Where the lists stand, by part; those that were made within the last {@code rest} apart from those before. */
    Map<Part, Standing> standings(Duration rest) {
        Map<Part, Standing> standings = new HashMap<>();
        jdbc.sql("select campaign, kind, position, ran_at > clock_timestamp() - make_interval(secs => ?)"
                + " from likely_duplicate_run").param(rest.toMillis() / 1_000.0)
                .query(row -> {
                    standings.put(new Part(row.getString(1), row.getString(2)),
                            new Standing(row.getLong(3), row.getBoolean(4)));
                });
        return standings;
    }

    /**
     * How far a list is.
     *
     * @param position up to where its records were read
     * @param fresh    whether that was a short while ago
     */
    record Standing(long position, boolean fresh) {}

    /** The last runs over a campaign, by kind. */
    Map<String, Run> runs(String campaign) {
        return jdbc.sql("select * from likely_duplicate_run where campaign = ? order by kind").param(campaign)
                .query((row, number) -> new Run(row.getString("kind"), row.getLong("position"), row.getInt("records"),
                        row.getLong("compared"), row.getInt("listed"), row.getInt("cut_blocks"),
                        row.getBoolean("cut_short")))
                .list().stream().collect(Collectors.toMap(Run::kind, run -> run));
    }
}
