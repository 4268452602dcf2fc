package org.campaignledger.platform.web.pages.admin;

import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Targets, allocations and bounds in force.
 *
 * @param version 1 as opened, one more with every revision
 * @param metrics the targets, in the plan's own order
 * @param units   what each unit has of the allocated metric, in the notice's order
 * @param target  the target that these add up to; 0 where no metric is allocated
 * @param sum     what they add up to with what is typed
 * @param difference how far that is from the target, with its sign
 * @param bounds  the greatest plausible figures, in the order of the contract
 */
record QuotaView(long version, List<MetricRow> metrics, List<UnitRow> units, long target, long sum,
        String difference, List<BoundRow> bounds) {

    /**
     * A metric with its target.
     *
     * @param metric    its name in the contract
     * @param name      what is counted
     * @param now       its target, as a reader reads it; empty where it has none
     * @param allocated whether units have shares of it
     */
    record MetricRow(String metric, String name, String now, boolean allocated) {}

    /** A unit with what it has now; {@code shown} as a reader reads it. */
    record UnitRow(String code, String name, long now, String shown) {}

    /** A bound by its name in the contract. */
    record BoundRow(String name, String now) {}

    static QuotaView of(JsonNode shown, CampaignFace face, @Nullable Typed typed, Language language) {
        Figures figures = Figures.in(language);
        JsonNode targets = shown.path("targets");
        List<MetricRow> metrics = new ArrayList<>();
        long allocated = 0;
        for (CampaignFace.Target target : face.targets()) {
            JsonNode now = targets.path(target.metric());
            metrics.add(new MetricRow(target.metric(), target.name().in(language),
                    now.isNumber() ? figures.exact(now.asLong()) : "", target.allocated()));
            allocated = target.allocated() ? now.asLong(0) : allocated;
        }
        List<UnitRow> units = new ArrayList<>();
        long sum = 0;
        for (CampaignFace.Unit unit : face.units()) {
            long now = shown.path("allocations").path(unit.code()).asLong(0);
            units.add(new UnitRow(unit.code(), unit.name().in(language), now, figures.exact(now)));
            sum += typed(typed, unit.code(), now);
        }
        List<BoundRow> bounds = new ArrayList<>();
        for (String bound : List.of("contactsPerEvent", "directPerReport", "secondaryPerReport")) {
            JsonNode now = shown.path("bounds").path(bound);
            bounds.add(new BoundRow(bound, now.isNumber() ? figures.exact(now.asLong()) : ""));
        }
        return new QuotaView(shown.path("quotaVersion").asLong(1), metrics, units, allocated, sum,
                figures.signed(sum - allocated), bounds);
    }

    private static long typed(@Nullable Typed typed, String unit, long now) {
        String value = typed == null || !typed.is("allocations")
                ? null
                : typed.value("changes[" + unit + "].events",
                        null);
        String digits = value == null ? "" : value.replaceAll("[,，\\s]", "");
        return digits.matches("\\d{1,12}") ? Long.parseLong(digits) : now;
    }
}
