package org.campaignledger.platform.web.pages.audit;

import java.util.List;
import org.campaignledger.platform.web.pages.RecordPage;
import org.jspecify.annotations.Nullable;

/**
 * A page of the trail.
 *
 * @param campaign   id of the campaign
 * @param filter     as it stands in the address
 * @param types      that can be chosen, by short name
 * @param units      that can be chosen
 * @param categories that can be chosen; none where the reader has one only
 * @param rows       the events, newest first
 * @param first      address of the first page; absent on it
 * @param next       address of the next page; absent on the last
 * @param csv        all that the filter finds, as a table
 * @param ndjson     the same, a line of JSON each
 * @param wrong      what the contract refuses of the filter; absent where it reads it
 */
record TrailPage(
        String campaign, TrailFilter filter, List<RecordPage.Choice> types, List<RecordPage.Choice> units,
        List<RecordPage.Choice> categories, List<EventRow> rows, @Nullable String first, @Nullable String next,
        String csv, String ndjson, @Nullable String wrong) {}
