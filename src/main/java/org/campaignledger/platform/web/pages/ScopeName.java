package org.campaignledger.platform.web.pages;

import java.util.Optional;
import org.campaignledger.platform.web.refusal.Language;

/** The name of what an account is responsible for. */
public final class ScopeName {

    private ScopeName() {}

    /** The name of this unit, sub-unit or category of the campaign; empty if it has none of this code. */
    public static Optional<String> of(CampaignFace face, String scope, Language language) {
        for (CampaignFace.Unit unit : face.units()) {
            if (unit.code().equals(scope)) {
                return Optional.of(unit.name().in(language));
            }
            for (CampaignFace.SubUnit part : unit.subUnits()) {
                if (part.code().equals(scope)) {
                    return Optional.of(unit.name().in(language) + " · " + part.name());
                }
            }
        }
        return face.categories().stream().filter(category -> category.id().equals(scope)).findFirst()
                .map(category -> category.name().in(language));
    }
}
