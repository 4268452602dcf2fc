package org.campaignledger.platform.web.pages.home;

import org.campaignledger.platform.web.contract.ContractAnswer;

/** How many works there are within the scope of who looks. */
final class Counts {

    private Counts() {}

    /** Those in a state, such as {@code SUBMITTED}. */
    static Tally of(Looker looker, String state) {
        ContractAnswer answer = looker.ofCampaign("/entry-counts");
        return new Tally(answer.isGranted(), answer.body().path("items").valueStream()
                .filter(item -> item.path("state").asString("").equals(state))
                .mapToLong(item -> item.path("entries").asLong(0)).sum(), false);
    }
}
