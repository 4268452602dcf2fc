package org.campaignledger.platform.web.pages.admin;

import java.util.List;
import java.util.Optional;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * An account as its list shows it; never anything of its password but who set it.
 *
 * @param username      the user name
 * @param role          its one role
 * @param scope         the unit or category that it is responsible for, by name; empty where it has none
 * @param unit          the unit that a HOST belongs to, by name; empty where it has none
 * @param disabled      whether nobody can sign in with it any more
 * @param secondFactor whether it signs in with a code as well
 * @param madeBy        who made it
 * @param passwordSetBy who set its password last
 * @param opened        the day on which it was made
 */
record AccountRow(String username, String role, String scope, String unit, boolean disabled,
        boolean secondFactor, String madeBy, String passwordSetBy, String opened) {

    private static final int DAY = 10;

    static AccountRow of(JsonNode account, List<CampaignFace> campaigns, Language language) {
        String opened = account.path("openedAt").asString("");
        return new AccountRow(account.path("username").asString(""), account.path("role").asString(""),
                name(account.path("scope").asString(""), campaigns, language),
                name(account.path("unit").asString(""), campaigns, language), account.path("disabled").asBoolean(false),
                account.path("secondFactor").asBoolean(false), account.path("madeBy").asString(""), account.path(
                        "passwordSetBy").asString(""),
                opened.length() < DAY ? opened : opened.substring(0, DAY));
    }

    private static String name(String code, List<CampaignFace> campaigns, Language language) {
        return campaigns.stream().map(face -> ScopeName.of(face, code, language)).flatMap(Optional::stream).findFirst()
                .orElse(code);
    }
}
