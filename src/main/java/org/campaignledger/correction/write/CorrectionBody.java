package org.campaignledger.correction.write;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.platform.web.body.CommandBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A correction as asked for (API, "Commands"). One of position, recordId, recordIds and filter says what it is about.
 *
 * @param position   position of any event of the record
 * @param recordId   the record
 * @param recordIds  many records
 * @param filter     many records, as the register finds them
 * @param action     what is to be done
 * @param changes    for AMEND: fields and their values
 * @param into       for MERGE: the record that survives
 * @param reasonCode one of the closed list
 * @param reason     in words
 */
record CorrectionBody(
        @Nullable Long position, @Nullable String recordId, @Nullable List<String> recordIds,
        @Nullable Filter filter, @Nullable Action action, @Nullable JsonNode changes, @Nullable String into,
        @Nullable String reasonCode, @Nullable String reason) implements CommandBody {

    /** What can be asked for here. */
    enum Action {
        /** Take it back. */
        REVERSE,
        /** Change fields. */
        AMEND,
        /** Take it back as being the same as another. */
        MERGE
    }

    /**
     * Records that a register finds.
     *
     * @param campaign the campaign
     * @param kind     path name of the register
     * @param unit     a unit, its sub-units included
     * @param from     occurred on this day or later
     * @param to       occurred on this day or before
     * @param text     a part of names, titles, places
     */
    record Filter(
            @Nullable String campaign, @Nullable String kind, @Nullable String unit, @Nullable LocalDate from,
            @Nullable LocalDate to, @Nullable String text) implements CommandBody {}
}
