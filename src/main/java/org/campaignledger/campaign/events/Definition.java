package org.campaignledger.campaign.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The definition of a campaign, whole and normalised: every rule that its ledger keeps is read from here, so that a
 * successor of the 2019 campaign is another file of this form and no change of code.
 *
 * @param campaign     name, notice, window and time zone
 * @param phases       the phases, in order of time
 * @param targets      the plan's metrics, in the plan's own order
 * @param units        the reporting units with their allocation of the allocated metric
 * @param categories   the categories of the collection of works
 * @param showcases    where awarded works are shown
 * @param requirements what the notice asks units and hosts to file measures for
 * @param defaults     settings of the product that the notice leaves open
 */
public record Definition(
        Heading campaign, List<Phase> phases, List<Target> targets, List<Unit> units, List<Category> categories,
        List<String> showcases, List<Requirement> requirements, Defaults defaults) {

    /** A text in both languages of the product. */
    public record Bilingual(String zh, String en) {}

    /** First and last day, both included. */
    public record Window(LocalDate from, LocalDate to) {}

    /**
     * What the campaign is.
     *
     * @param id       short id, used in every path
     * @param notice   the number of the notice, its source of rules
     * @param issuedOn the notice's date
     * @param issuers  the bodies that issued it
     * @param title    the campaign's name
     * @param plan     the plan's short name, such as {@code 12351+}
     * @param window   the days on which what is recorded may have occurred (rule 4)
     * @param timeZone IANA name of the zone in which days are counted
     */
    public record Heading(
            String id, String notice, LocalDate issuedOn, List<String> issuers, Bilingual title, String plan,
            Window window, String timeZone) {}

    /**
     * A phase by schedule; what an admin does outranks it (rule 3).
     *
     * @param id MOBILISE, RECOMMEND, JUDGE or SUMMARISE
     */
    public record Phase(String id, String zh, String en, LocalDate from, LocalDate to) {}

    /**
     * A metric of the plan.
     *
     * @param metric    name of the metric, such as {@code events}
     * @param digit     the character that stands for it in the plan's name
     * @param target    what is to be reached; absent where there is no number
     * @param zh        name in Chinese
     * @param en        name in English
     * @param unit      Chinese measure word
     * @param allocated whether the target is divided over the units (rule 1)
     * @param plan      the planned cumulative amount by date, where the definition gives one
     */
    public record Target(
            String metric, String digit, @Nullable Long target, String zh, String en, String unit,
            @Nullable Boolean allocated, @Nullable List<PlanPoint> plan) {}

    /** The cumulative amount planned by the end of a day. */
    public record PlanPoint(LocalDate on, long amount) {}

    /**
     * A reporting unit.
     *
     * @param seq    its number in the notice's table
     * @param code   short code, used in every body and path
     * @param kind   REGION or INDUSTRY
     * @param events its allocation of the metric {@code events}
     */
    public record Unit(int seq, String code, String zh, String en, String kind, long events) {}

    /** Where a category's works are entered. */
    public record Platform(String kind, String name, @Nullable String url) {}

    /** What a work of a category must be. */
    public record Work(
            String media, @Nullable List<String> formats, @Nullable Integer maxDurationSeconds,
            @Nullable Boolean durationExclusive, @Nullable Long maxBytes, @Nullable Boolean sizeExclusive,
            @Nullable Boolean original, @Nullable List<String> requires) {}

    /**
     * A category of works, its hosts and its own entry rules.
     *
     * @param recommendLimitPerUnit so many works a reporting unit recommends at most; absent: any number
     * @param selfService           whether works may be submitted without an account
     * @param showRecommended       whether the showcase shows recommended works too, and not only awarded ones
     */
    public record Category(
            String id, String zh, String en, List<String> hosts, List<Platform> platforms,
            @Nullable List<String> themes, @Nullable List<String> submitters, @Nullable List<String> forms,
            @Nullable List<String> presenters, @Nullable Integer recommendLimitPerUnit,
            @Nullable Boolean selfService, @Nullable Boolean showRecommended, Work work) {}

    /**
     * Something that the notice asks for, to which measures are filed.
     *
     * @param of of whom it is asked: {@code UNIT} or {@code CATEGORY}, that is its hosts. Absent: {@code SUMMARY} and
     *           {@code COMMENDATION} of the hosts, as these ids mean in every campaign, all else of the units
     */
    public record Requirement(String id, String zh, String en, @Nullable String of) {

        /** Asked of the hosts of a category. */
        public static final String CATEGORY = "CATEGORY";

        /** Asked of the reporting units. */
        public static final String UNIT = "UNIT";

        private static final Set<String> OF_HOSTS = Set.of("SUMMARY", "COMMENDATION");

        /** Whether it is asked of the hosts of a category; otherwise of the units. */
        public boolean askedOfHosts() {
            return of == null ? OF_HOSTS.contains(id) : of.equals(CATEGORY);
        }
    }

    /** The greatest figures that a single record may hold (rule 9). */
    public record Plausible(long contactsPerEvent, long directPerReport, long secondaryPerReport) {}

    /**
     * Settings of the product.
     *
     * @param graceDays            recording goes on this many days after MOBILISE for what occurred inside it (rule 2)
     * @param awardLevels          levels of awards, highest first
     * @param plausible            bounds of single figures
     * @param correctionExpiryDays an undecided correction expires after so many days
     */
    public record Defaults(
            int graceDays, List<String> awardLevels, Plausible plausible, int correctionExpiryDays) {}
}
