package org.campaignledger.platform.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A campaign as far as decisions on records depend on it, at one version. Given by the campaign slice; a decision taken
 * on it is written only if the campaign still stands at this version (rule 5).
 *
 * @param campaign    its id
 * @param version     sequence of the campaign's last event
 * @param from        first day of the window
 * @param to          last day of the window
 * @param zone        the zone in which its days are counted
 * @param phases      the phases by id
 * @param graceDays   days for which recording goes on after MOBILISE
 * @param units       reporting units and sub-units by code
 * @param bounds      the greatest plausible figures
 * @param correctionExpiryDays an undecided correction expires after so many days
 * @param categories  the categories of works by id, in the definition's order
 * @param awardLevels levels of awards, highest first
 * @param requirements what the notice asks for, by id: to these measures are filed, in the definition's order
 * @param closed      whether the campaign is closed
 */
public record CampaignRules(
        String campaign, long version, LocalDate from, LocalDate to, ZoneId zone, Map<String, Phase> phases,
        int graceDays, Map<String, Unit> units, Bounds bounds, int correctionExpiryDays,
        Map<String, CategoryRules> categories, List<String> awardLevels, Map<String, Requirement> requirements,
        boolean closed) {

    /**
     * A phase as it stands.
     *
     * @param id       its id
     * @param from     first day by schedule
     * @param to       last day by schedule, extensions included
     * @param open     whether it is open now
     * @param closedOn the day on which it was closed last; absent while open, or if it never was
     */
    public record Phase(String id, LocalDate from, LocalDate to, boolean open, @Nullable LocalDate closedOn) {}

    /**
     * A reporting unit, or a sub-unit of one.
     *
     * @param code      its code
     * @param reporting code of the reporting unit into which its figures roll up: its own for a reporting unit
     * @param name      its Chinese name
     */
    public record Unit(String code, String reporting, String name) {}

    /**
     * Something that the notice asks for.
     *
     * @param id         its id, such as {@code THEME}
     * @param name       its Chinese name
     * @param ofCategory whether it is asked of the hosts of a category; otherwise of the units
     */
    public record Requirement(String id, String name, boolean ofCategory) {}

    /** The greatest figures that one record may hold (rule 9). */
    public record Bounds(long contactsPerEvent, long directPerReport, long secondaryPerReport) {}

    /** The date of an instant in the campaign's zone. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /**
     * The business date of what is done on a day and states no date of its own: that day, or the nearest one inside the
     * window, so that works collected in a historical campaign count in it (rules 3 and 4).
     */
    public LocalDate businessDay(LocalDate today) {
        return today.isBefore(from) ? from : today.isAfter(to) ? to : today;
    }

    /** Whether the phase is open. */
    public boolean isOpen(String phase) {
        Phase state = phases.get(phase);
        return state != null && state.open();
    }

    /** Whether what is of {@code unit} may be acted on by who is responsible for {@code scope}: itself or a part of it. */
    public boolean isWithin(String unit, @Nullable String scope) {
        Unit known = units.get(unit);
        return scope != null && (unit.equals(scope) || known != null && known.reporting().equals(scope));
    }
}
