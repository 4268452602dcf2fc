package org.campaignledger.measure.write.filemeasure;

import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** A measure is of a unit or of a category: of one of them, and of one that there is. */
final class AMeasureIsOfAUnitOrOfACategory {

    private AMeasureIsOfAUnitOrOfACategory() {}

    /** Adds {@code unit-or-category-missing}, {@code unit-and-category}, {@code unknown-unit}, {@code unknown-category}. */
    static void check(CampaignRules rules, @Nullable String unit, @Nullable String category, Checks checks) {
        checks.that(unit != null || category != null, "unit", "unit-or-category-missing");
        checks.that(unit == null || category == null, "category", "unit-and-category");
        checks.that(unit == null || rules.units().containsKey(unit), "unit", "unknown-unit");
        checks.that(category == null || rules.categories().containsKey(category), "category", "unknown-category");
    }
}
