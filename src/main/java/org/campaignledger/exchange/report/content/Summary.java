package org.campaignledger.exchange.report.content;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The summing-up. It holds nobody's personal data, so that it can be printed, sent and kept.
 *
 * @param heading     what it is about
 * @param stamp       of which moment it is, and how that is proved
 * @param figures     the plan's figures
 * @param curves      the season, a curve for each figure; empty for a category
 * @param units       every unit, ranked; empty unless the report is national
 * @param categories  the funnels of the categories
 * @param awards      awards that stand; empty where there are none, or none to be shown
 * @param measures    what was filed for each requirement; empty for those who see none
 * @param corrections what was corrected; absent for those who see none
 */
public record Summary(
        Heading heading, Stamp stamp, List<Figure> figures, List<Curve> curves, List<UnitLine> units,
        List<Category> categories, List<Award> awards, List<Requirement> measures,
        @Nullable Corrections corrections) {

    /**
     * What a report is about.
     *
     * @param campaign id of the campaign
     * @param title    its name
     * @param notice   number of the notice
     * @param issuers  who issued it
     * @param zone     IANA name of its time zone
     * @param kind     which report
     * @param scope    {@code NATIONAL}, {@code UNIT} or {@code CATEGORY}
     * @param name     of the unit or category; empty for a national report
     * @param details  whose details are in it, as a key: {@code ALL}, {@code OWN} or {@code NONE}
     * @param own      name of the unit or category whose details they are; empty unless {@code OWN}
     */
    public record Heading(
            String campaign, String title, String notice, String issuers, String zone, Asked.Kind kind, String scope,
            String name, String details, String own) {}

    /**
     * The moment of a report.
     *
     * @param position   the last position that it knows
     * @param recordedAt when that was recorded
     * @param on         only what occurred up to this day; absent for all
     * @param log        name of the log
     * @param size       its size, which is the position
     * @param root       its root hash at that size, base64
     * @param address    where this can be verified
     */
    public record Stamp(
            long position, Instant recordedAt, @Nullable LocalDate on, String log, long size, String root,
            String address) {}

    /** A figure against its plan; what does not apply is absent. */
    public record Figure(
            String metric, String name, String measure, @Nullable Long target, long actual, @Nullable BigDecimal ratio,
            @Nullable Long planned, @Nullable Long pace, @Nullable Long forecast) {}

    /**
     * A figure over the season.
     *
     * @param from   first day of the plan
     * @param to     last day of the plan
     * @param actual what was reached by the end of each day on which something was added
     * @param plan   what was planned; empty where there is no target
     */
    public record Curve(String metric, String name, LocalDate from, LocalDate to, List<Point> actual,
            List<Point> plan) {}

    /** A cumulative amount by the end of a day. */
    public record Point(LocalDate on, long amount) {}

    /**
     * A unit among all.
     *
     * @param rank    by its share of the quota; equal shares share it
     * @param target  its quota; absent where it has none
     * @param ratio   its share of the quota; absent likewise
     * @param amounts every figure, in the order of the plan
     */
    public record UnitLine(
            int rank, String code, String name, @Nullable Long target, @Nullable BigDecimal ratio,
            List<Long> amounts) {}

    /** A category's funnel; {@code judging} while nothing of its outcome may be told (rule 15). */
    public record Category(
            String id, String name, long submitted, long accepted, long recommended, long judged, long awarded,
            boolean judging) {}

    /** An award that stands, without the work's title and author: those may be a person's. */
    public record Award(String category, String level, int rank, String unit, long position) {}

    /**
     * A requirement.
     *
     * @param filedBy how many have filed a measure for it
     * @param of      how many are asked to, as far as the reader sees them
     * @param filed   the measures; empty in overviews of many
     */
    public record Requirement(String name, boolean ofCategory, long filedBy, long of, List<Filed> filed) {}

    /** A measure. */
    public record Filed(String by, String title, LocalDate on, String joint, long position) {}

    /**
     * Corrections.
     *
     * @param requested how many were asked for; absent for a category, of which requests do not say whether they are
     * @param approved  how many of them were approved
     * @param rejected  how many were rejected; absent likewise
     * @param kinds     what was corrected
     * @param changes   what that did to the figures
     */
    public record Corrections(@Nullable Long requested, long approved, @Nullable Long rejected,
            List<Corrected> kinds, List<Change> changes) {}

    /** Records of a kind that were amended, or taken back. */
    public record Corrected(String name, long amended, long reversed) {}

    /**
     * What corrections did to a figure, in sum.
     *
     * @param metric   name of the plan's figure; id of the funnel's
     * @param ofFunnel whether it is one of a category's funnel
     * @param where    name of the unit or category
     * @param amount   the difference
     */
    public record Change(String metric, boolean ofFunnel, String where, long amount) {}
}
