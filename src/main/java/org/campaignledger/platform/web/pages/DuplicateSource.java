package org.campaignledger.platform.web.pages;

import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/** Where the pages take likely duplicates from, as the door answers them; implemented by the correction slice. */
@FunctionalInterface
public interface DuplicateSource {

    /**
     * A page of the list.
     *
     * @param kind      records of this kind alone; absent for all
     * @param unit      pairs that touch this unit; absent for all
     * @param dismissed those that were said to be two, instead of the others
     * @param after     cursor of the page before
     * @return something that Jackson writes as the contract's JSON
     * @throws org.campaignledger.kernel.Refused 403, 404, 422
     */
    Object page(String campaign, @Nullable String kind, @Nullable String unit, boolean dismissed,
            @Nullable String after, Language language);
}
