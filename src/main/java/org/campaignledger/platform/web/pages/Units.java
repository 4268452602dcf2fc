package org.campaignledger.platform.web.pages;

import java.util.ArrayList;
import java.util.List;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.refusal.Language;

/** The units that an account can choose from: a reporter its own and their parts, others all. */
public final class Units {

    private Units() {}

    /** The choices, in the campaign's own order. */
    public static List<RecordPage.Choice> of(CampaignFace face, Actor actor, Language language) {
        List<RecordPage.Choice> choices = new ArrayList<>();
        String scope = actor.scope();
        boolean own = actor.role() == Role.REPORTER;
        for (CampaignFace.Unit unit : face.units()) {
            boolean whole = !own || unit.code().equals(scope);
            if (whole) {
                choices.add(new RecordPage.Choice(unit.code(), unit.name().in(language)));
            }
            for (CampaignFace.SubUnit part : unit.subUnits()) {
                if (whole || part.code().equals(scope)) {
                    choices.add(new RecordPage.Choice(part.code(),
                            ScopeName.of(face, part.code(), language).orElse(part.name())));
                }
            }
        }
        return choices;
    }
}
