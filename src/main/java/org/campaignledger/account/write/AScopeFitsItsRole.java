package org.campaignledger.account.write;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/**
 * A REPORTER and a JUDGE are of a unit, a HOST is of a category and may be of a unit; the others have no scope. It must
 * be known in a campaign; before the first one is opened any code will do.
 */
final class AScopeFitsItsRole {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{2,32}");

    private AScopeFitsItsRole() {}

    static void check(Role role, @Nullable String scope, @Nullable String unit, List<CampaignRules> campaigns,
            Checks checks) {
        switch (role) {
            case REPORTER, JUDGE -> {
                needed("scope", scope, campaigns, campaign -> campaign.units().containsKey(scope), checks);
                absent("unit", unit, checks);
            }
            case HOST -> {
                needed("scope", scope, campaigns, campaign -> campaign.categories().containsKey(scope), checks);
                if (unit != null) {
                    known("unit", unit, campaigns, campaign -> campaign.units().containsKey(unit), checks);
                }
            }
            case ADMIN, AUDITOR, PUBLIC, SYSTEM -> {
                absent("scope", scope, checks);
                absent("unit", unit, checks);
            }
        }
    }

    private static void absent(String field, @Nullable String code, Checks checks) {
        checks.that(code == null, field, "scope-not-taken");
    }

    private static void needed(String field, @Nullable String code, List<CampaignRules> campaigns,
            Predicate<CampaignRules> holds, Checks checks) {
        if (code == null || code.isBlank()) {
            checks.that(false, field, "scope-needed");
        } else {
            known(field, code, campaigns, holds, checks);
        }
    }

    private static void known(String field, String code, List<CampaignRules> campaigns,
            Predicate<CampaignRules> holds, Checks checks) {
        if (campaigns.isEmpty()) {
            checks.that(CODE.matcher(code).matches(), field, "invalid-code", Map.of("min", 2, "max", 32));
        } else {
            checks.that(campaigns.stream().anyMatch(holds), field, "unknown-scope");
        }
    }
}
