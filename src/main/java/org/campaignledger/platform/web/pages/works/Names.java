package org.campaignledger.platform.web.pages.works;

import java.util.LinkedHashMap;
import java.util.Map;

import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.refusal.Language;

/** What units and categories are called, for scripts that get their codes. */
final class Names {

    private Names() {}

    /** Names by code: {@code units}, sub-units included, and {@code categories}. */
    static Map<String, Map<String, String>> of(CampaignFace face, Language language) {
        Map<String, String> units = new LinkedHashMap<>();
        for (CampaignFace.Unit unit : face.units()) {
            units.put(unit.code(), unit.name().in(language));
            unit.subUnits().forEach(part -> units.put(part.code(), unit.name().in(language) + " · " + part.name()));
        }
        Map<String, String> categories = new LinkedHashMap<>();
        face.categories().forEach(category -> categories.put(category.id(), category.name().in(language)));
        return Map.of("units", units, "categories", categories);
    }
}
