package org.campaignledger.judging.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.model.Drawing;
import org.campaignledger.judging.model.Panel;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Whole categories at one position, from the rows of the projection {@link #PROJECTION}. */
@Component
public class JudgingRows {

    /** The projection whose rows these are. */
    public static final String PROJECTION = "judging";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int FETCH = 10_000;
    private static final String ENTRIES = """
        select e.entry, e.unit, coalesce(p.sequence, -1) from judging_entry e left join judging_panel p using (entry)
        where e.campaign = ? and e.category = ? and e.state = 'RECOMMENDED'""";
    private static final String GIVEN = """
        select e.entry, e.unit, coalesce(p.given, '') from judging_entry e left join judging_panel p using (entry)
        where e.campaign = ? and e.category = ? and e.state = 'RECOMMENDED'""";
    private static final String SEATS = """
        select entry, judge, recused from judging_seat where campaign = ? and category = ?""";

    private final JdbcTemplate jdbc;
    private final ProjectionPositions positions;
    private final TransactionTemplate snapshot;

    /** Rows in this database. */
    public JudgingRows(JdbcTemplate shared, ProjectionPositions positions, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(shared.getDataSource()));
        this.jdbc.setFetchSize(FETCH);
        this.positions = positions;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The entries that are judged, with their scores.
     *
     * @param position at which they stood so
     * @param panels   one for each recommended entry
     * @param units    the unit or sub-unit of each entry
     */
    public record Scores(long position, List<Panel> panels, Map<String, String> units) {}

    /**
     * The entries that are judged, with their juries.
     *
     * @param position  at which they stood so
     * @param entries   one for each recommended entry
     * @param sequences of the last event of each entry's jury, -1 where there is none
     */
    public record Juries(long position, List<Drawing.Needing> entries, Map<String, Long> sequences) {}

    /**
     * Waits until the rows reflect a position.
     *
     * @throws Refused 503 {@code not-fresh-yet} if they do not in time: the same may be asked again
     */
    public void await(long position) {
        if (!positions.await(PROJECTION, position, PATIENCE)) {
            throw Refused.of(Refused.Kind.UNAVAILABLE, "not-fresh-yet", Map.of("position", position));
        }
    }

    /** The scores of a category. */
    public Scores scores(String campaign, String category, Terms terms) {
        PanelReader reader = new PanelReader(terms);
        return inSnapshot(() -> {
            List<Raw> read = new ArrayList<>();
            jdbc.query(GIVEN, row -> {
                read.add(new Raw(row.getString(1), row.getString(2), row.getString(3)));
            }, campaign, category);
            Map<String, String> units = HashMap.newHashMap(read.size());
            read.forEach(row -> units.put(row.entry, row.unit));
            List<Panel> panels = read.parallelStream().map(row -> reader.panel(row.entry, row.given)).toList();
            return new Scores(positions.positionOf(PROJECTION), panels, units);
        });
    }

    /** A row as it is read. */
    private record Raw(String entry, String unit, String given) {}

    /** Hands over the same panels one by one, none of them held. */
    public void eachPanel(String campaign, String category, Terms terms, Consumer<Panel> taker) {
        PanelReader reader = new PanelReader(terms);
        inSnapshot(() -> {
            jdbc.query(GIVEN, row -> {
                taker.accept(reader.panel(row.getString(1), row.getString(3)));
            }, campaign, category);
            return campaign;
        });
    }

    /** Points as a row's text holds them: in the order of the criteria's names. */
    public static String text(Map<String, Integer> points) {
        return String.join(",", new TreeMap<>(points).values().stream().map(String::valueOf).toList());
    }

    /** The juries of a category. */
    public Juries juries(String campaign, String category) {
        return inSnapshot(() -> {
            Map<String, Drawing.Needing> entries = new LinkedHashMap<>();
            Map<String, Long> sequences = new HashMap<>();
            jdbc.query(ENTRIES, row -> {
                entries.put(row.getString(1), needing(row));
                sequences.put(row.getString(1), row.getLong(3));
            }, campaign, category);
            jdbc.query(SEATS, row -> {
                Drawing.Needing entry = entries.get(row.getString(1));
                if (entry != null) {
                    Set<String> side = row.getBoolean(3) ? entry.recused() : entry.assigned();
                    side.add(row.getString(2));
                }
            }, campaign, category);
            return new Juries(positions.positionOf(PROJECTION), List.copyOf(entries.values()), sequences);
        });
    }

    private static Drawing.Needing needing(ResultSet row) throws SQLException {
        return new Drawing.Needing(row.getString(1), row.getString(2), new HashSet<>(), new HashSet<>());
    }

    private <T> T inSnapshot(Supplier<T> query) {
        return java.util.Objects.requireNonNull(snapshot.execute(status -> query.get()));
    }

    /** Where an entry stands in a judge's list: an order that tells nothing of entry, unit or time (rule 15). */
    public static String place(String judge, String entry) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((judge + "\n" + entry).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, digest.length / 2);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
