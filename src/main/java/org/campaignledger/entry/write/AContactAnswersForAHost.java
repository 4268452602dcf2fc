package org.campaignledger.entry.write;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;

/** Rule 24: contact persons are those of a category's hosts. */
final class AContactAnswersForAHost {

    private AContactAnswersForAHost() {}

    /**
     * Adds what is wrong; nothing where no host is named.
     *
     * @throws Refused 404 if there is no such category
     */
    static void check(CampaignRules rules, String category, @Nullable String host, Checks checks) {
        CategoryRules known = rules.categories().get(category);
        if (known == null) {
            throw Refused.notFound();
        }
        checks.that(host == null || known.hosts().contains(host), "host", "unknown-host");
        checks.that(!rules.closed(), "", "campaign-closed");
    }
}
