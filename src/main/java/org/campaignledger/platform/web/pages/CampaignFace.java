package org.campaignledger.platform.web.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/**
 * As much of a campaign as its pages show, in both languages; what the scripts of a page get, too.
 *
 * @param id         short id, used in every path
 * @param title      name of the campaign
 * @param plan       short name of the plan, such as {@code 12351+}
 * @param notice     number of the notice
 * @param issuers    the bodies that issued it
 * @param from       first day of the window
 * @param to         last day of the window
 * @param timeZone   IANA name of the zone in which its days are counted
 * @param closed     whether it has been closed
 * @param phases     the phases in order of time, as they stand
 * @param targets    the metrics in the plan's own order
 * @param units      the reporting units in the notice's order
 * @param categories the categories of works
 * @param awards     levels of awards, highest first
 * @param requirements what the notice asks for, to which measures are filed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CampaignFace(
        String id, Name title, String plan, String notice, List<String> issuers, LocalDate from, LocalDate to,
        String timeZone, boolean closed, List<Phase> phases, List<Target> targets, List<Unit> units,
        List<Category> categories, @JsonIgnore List<String> awards,
        @JsonIgnore List<Requirement> requirements) {

    /** A name in both languages. */
    public record Name(String zh, String en) {

        /** The name in one of them. */
        public String in(Language language) {
            return language == Language.EN ? capital(en) : zh;
        }

        private static String capital(String name) {
            return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    /** A phase as it stands, extensions included. */
    public record Phase(String id, Name name, LocalDate from, LocalDate to, boolean open) {}

    /**
     * A metric of the plan.
     *
     * @param metric    such as {@code events}
     * @param digit     the character that stands for it in the plan's name
     * @param name      what is counted
     * @param measure   Chinese measure word
     * @param allocated whether every unit has a quota of it
     */
    public record Target(String metric, String digit, Name name, String measure, boolean allocated) {}

    /** A reporting unit; {@code kind} is REGION or INDUSTRY. */
    public record Unit(String code, Name name, String kind, List<SubUnit> subUnits) {}

    /** A part of a reporting unit. */
    public record SubUnit(String code, String name) {}

    /**
     * A category of works.
     *
     * @param rules what it is and takes; not for scripts of the dashboard, which show figures only
     */
    public record Category(String id, Name name, @JsonIgnore CategoryFace rules) {}

    /** Something that the notice asks for; {@code ofCategory} of the hosts of a category, otherwise of the units. */
    public record Requirement(String id, Name name, boolean ofCategory) {}

    /** The campaign that runs at this time, each by its own zone; else the newest; none where there is none at all. */
    public static Optional<CampaignFace> usual(List<CampaignFace> newestFirst, Instant now) {
        return newestFirst.stream().filter(face -> face.covers(face.dateOf(now))).findFirst()
                .or(() -> newestFirst.stream().findFirst());
    }

    /** The date of an instant in the campaign's zone. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(ZoneId.of(timeZone)).toLocalDate();
    }

    /** Whether this day lies inside the window. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The reporting unit of this code, if there is one. */
    public Optional<Unit> unit(@Nullable String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst();
    }

    /** The category of this id, if there is one. */
    public Optional<Category> category(@Nullable String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** Whether one of these phases is open. */
    public boolean isOpen(String... ids) {
        return !closed && phases.stream().anyMatch(phase -> phase.open() && List.of(ids).contains(phase.id()));
    }

    /** The phase in which the plan's figures are made; the window where a definition names none. */
    public Phase season() {
        return phases.stream().filter(phase -> phase.id().equals("MOBILISE")).findFirst()
                .orElseGet(() -> new Phase("MOBILISE", title, from, to, false));
    }
}
