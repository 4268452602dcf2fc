package org.campaignledger.campaign.write;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Metric;
import org.jspecify.annotations.Nullable;

/** What a definition must keep before a campaign is opened with it; everything that is wrong is named at once. */
final class DefinitionRules {

    private static final Set<String> MEDIA = Set.of("VIDEO", "PHOTO", "AUDIO_OR_VIDEO", "CASE", "PLATFORM");
    private static final Set<String> FORMATS = Set.of("mp4", "m4a", "mp3", "wav", "jpeg", "jpg", "png");
    private static final Set<String> SUBMITTERS = Set.of("INDIVIDUAL", "UNION");
    private static final int MAX_RECOMMENDED = 10_000;
    private static final Set<String> PHASES = Set.of("MOBILISE", "RECOMMEND", "JUDGE", "SUMMARISE");
    private static final Set<String> KINDS = Set.of("REGION", "INDUSTRY");
    private static final Set<String> REQUIRED_OF = Set.of(Definition.Requirement.UNIT, Definition.Requirement.CATEGORY);
    private static final int MAX_TEXT = 200;

    private DefinitionRules() {}

    static void check(Definition definition, Checks checks) {
        heading(definition.campaign(), checks);
        phases(definition.phases(), checks);
        targets(definition.targets(), checks);
        PlanRules.check(definition, checks);
        units(definition.units(), checks);
        allocationsAddUpToTheTarget(definition, checks);
        categories(definition.categories(), checks);
        requirements(definition.requirements(), checks);
        defaults(definition.defaults(), checks);
    }

    private static void heading(Definition.Heading heading, Checks checks) {
        code(heading.id(), "campaign.id", 1, checks);
        checks.text(heading.title().zh(), "campaign.title.zh", MAX_TEXT, true);
        checks.text(heading.title().en(), "campaign.title.en", MAX_TEXT, true);
        checks.text(heading.notice(), "campaign.notice", MAX_TEXT, true);
        checks.text(heading.plan(), "campaign.plan", 32, true);
        period(heading.window().from(), heading.window().to(), "campaign.window.to", checks);
        try {
            ZoneId.of(heading.timeZone());
        } catch (DateTimeException unknown) {
            checks.that(false, "campaign.timeZone", "unknown-time-zone");
        }
    }

    private static void phases(List<Definition.Phase> phases, Checks checks) {
        unique(phases, Definition.Phase::id, "phases", "id", "duplicate-phase", checks);
        checks.that(phases.stream().anyMatch(phase -> phase.id().equals("MOBILISE")), "phases", "missing");
        for (int i = 0; i < phases.size(); i++) {
            Definition.Phase phase = phases.get(i);
            checks.that(PHASES.contains(phase.id()), "phases[" + i + "].id", "unknown-phase");
            period(phase.from(), phase.to(), "phases[" + i + "].to", checks);
        }
    }

    private static void targets(List<Definition.Target> targets, Checks checks) {
        unique(targets, Definition.Target::metric, "targets", "metric", "duplicate-metric", checks);
        checks.that(!targets.isEmpty(), "targets", "missing");
        for (int i = 0; i < targets.size(); i++) {
            Definition.Target target = targets.get(i);
            Optional<Metric> metric = Metric.of(target.metric()).filter(known -> !known.perCategory());
            checks.that(metric.isPresent(), "targets[" + i + "].metric", "unknown-metric");
            checks.count(target.target(), "targets[" + i + "].target", false);
            boolean allocated = Boolean.TRUE.equals(target.allocated());
            checks.that(!allocated || target.metric().equals(Metric.EVENTS.id()), "targets[" + i + "].allocated",
                    "only-events-are-allocated");
        }
    }

    private static void units(List<Definition.Unit> units, Checks checks) {
        unique(units, Definition.Unit::code, "units", "code", "duplicate-unit", checks);
        unique(units, unit -> String.valueOf(unit.seq()), "units", "seq", "duplicate-unit", checks);
        checks.that(!units.isEmpty() && units.size() <= 500, "units", "out-of-range", Map.of("min", 1));
        for (int i = 0; i < units.size(); i++) {
            Definition.Unit unit = units.get(i);
            code(unit.code(), "units[" + i + "].code", 2, checks);
            checks.text(unit.zh(), "units[" + i + "].zh", MAX_TEXT, true);
            checks.text(unit.en(), "units[" + i + "].en", MAX_TEXT, true);
            checks.that(KINDS.contains(unit.kind()), "units[" + i + "].kind", "unknown-constant",
                    Map.of("allowed", "REGION, INDUSTRY"));
            checks.count(unit.events(), "units[" + i + "].events", true);
        }
    }

    /** Rule 1: allocations of an allocated metric add up to its target, always. */
    private static void allocationsAddUpToTheTarget(Definition definition, Checks checks) {
        definition.targets().stream().filter(target -> Boolean.TRUE.equals(target.allocated())).forEach(target -> {
            long sum = definition.units().stream().mapToLong(Definition.Unit::events).sum();
            checks.that(Objects.equals(target.target(), sum), "units", "allocations-do-not-add-up",
                    Map.of("sum", sum, "target", target.target() == null ? "-" : target.target()));
        });
    }

    private static void categories(List<Definition.Category> categories, Checks checks) {
        unique(categories, Definition.Category::id, "categories", "id", "duplicate-category", checks);
        for (int i = 0; i < categories.size(); i++) {
            Definition.Category category = categories.get(i);
            code(category.id(), "categories[" + i + "].id", 1, checks);
            checks.text(category.zh(), "categories[" + i + "].zh", MAX_TEXT, true);
            checks.that(!category.hosts().isEmpty(), "categories[" + i + "].hosts", "missing");
            works(category, "categories[" + i + "]", checks);
        }
    }

    /** What entries are judged by later is read now: a category that nobody could submit to is no category. */
    private static void works(Definition.Category category, String field, Checks checks) {
        Definition.Work work = category.work();
        checks.that(MEDIA.contains(work.media()), field + ".work.media", "unknown-media");
        if (work.formats() != null) {
            checks.that(FORMATS.containsAll(work.formats()), field + ".work.formats", "unknown-media");
        }
        if (category.submitters() != null) {
            checks.that(!category.submitters().isEmpty() && SUBMITTERS.containsAll(category.submitters()),
                    field + ".submitters", "unknown-submitter");
        }
        if (category.recommendLimitPerUnit() != null) {
            range(category.recommendLimitPerUnit(), 1, MAX_RECOMMENDED, field + ".recommendLimitPerUnit", checks);
        }
        if (work.maxDurationSeconds() != null) {
            range(work.maxDurationSeconds(), 1, Integer.MAX_VALUE, field + ".work.maxDurationSeconds", checks);
        }
        if (work.maxBytes() != null) {
            range(work.maxBytes(), 1, Long.MAX_VALUE, field + ".work.maxBytes", checks);
        }
    }

    /** Measures are filed to them by their ids, so that each has one of its own. */
    private static void requirements(List<Definition.Requirement> requirements, Checks checks) {
        unique(requirements, Definition.Requirement::id, "requirements", "id", "duplicate-requirement", checks);
        for (int i = 0; i < requirements.size(); i++) {
            Definition.Requirement asked = requirements.get(i);
            checks.that(asked.id().matches("[A-Za-z0-9_-]{1,32}"), "requirements[" + i + "].id", "invalid-code",
                    Map.of("min", 1, "max", 32));
            checks.text(asked.zh(), "requirements[" + i + "].zh", MAX_TEXT, true);
            checks.text(asked.en(), "requirements[" + i + "].en", MAX_TEXT, true);
            checks.that(asked.of() == null || REQUIRED_OF.contains(asked.of()), "requirements[" + i + "].of",
                    "unknown-constant", Map.of("allowed", "UNIT, CATEGORY"));
        }
    }

    private static void defaults(Definition.Defaults defaults, Checks checks) {
        range(defaults.graceDays(), 0, 366, "defaults.graceDays", checks);
        range(defaults.correctionExpiryDays(), 1, 366, "defaults.correctionExpiryDays", checks);
        checks.that(!defaults.awardLevels().isEmpty(), "defaults.awardLevels", "missing");
        range(defaults.plausible().contactsPerEvent(), 1, Long.MAX_VALUE, "defaults.plausible.contactsPerEvent",
                checks);
        range(defaults.plausible().directPerReport(), 1, Long.MAX_VALUE, "defaults.plausible.directPerReport", checks);
        range(defaults.plausible().secondaryPerReport(), 1, Long.MAX_VALUE, "defaults.plausible.secondaryPerReport",
                checks);
    }

    private static void range(long value, long min, long max, String field, Checks checks) {
        checks.that(value >= min && value <= max, field, "out-of-range", Map.of("min", min));
    }

    private static void period(LocalDate from, LocalDate to, String field, Checks checks) {
        checks.that(!to.isBefore(from), field, "period-reversed");
    }

    static void code(@Nullable String code, String field, int min, Checks checks) {
        checks.that(code != null && code.matches("[A-Za-z0-9-]{" + min + ",32}"), field, "invalid-code",
                Map.of("min", min, "max", 32));
    }

    private static <T> void unique(List<T> all, Function<T, String> key, String list, String field, String code,
            Checks checks) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            checks.that(seen.add(key.apply(all.get(i))), list + "[" + i + "]." + field, code);
        }
    }
}
