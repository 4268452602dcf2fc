package org.campaignledger.platform.web.pages.works;

import java.util.List;

import org.campaignledger.platform.web.pages.RecordPage;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of works.
 *
 * @param filter     as it stands in the address
 * @param categories that can be chosen; none where there is nothing to choose
 * @param units      that can be chosen
 * @param rows       the works, newest first
 * @param first      address of the first page; absent on it
 * @param next       address of the next page; absent on the last
 * @param wrong      whether the filter could not be read
 * @param maySubmit  whether the account brings works in
 */
record WorkList(WorkFilter filter, List<CategoryView> categories, List<RecordPage.Choice> units, List<Row> rows,
        @Nullable String first, @Nullable String next, boolean wrong, boolean maySubmit) {

    /**
     * A work.
     *
     * @param medium   as a browser shows it
     * @param day      of its submission
     * @param position the number under which it was recorded
     * @param gone     whether it takes part no more
     */
    record Row(String id, String title, String medium, String category, String unit, String state, String day,
            long position, boolean gone) {}

    /** The states that can be chosen. */
    public List<String> states() {
        return WorkFilter.STATES;
    }
}
