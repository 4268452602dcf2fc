package org.campaignledger.platform.records;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tells of the corrections of records, asked for and decided; answered by the correction slice. */
public interface CorrectionsOfRecords {

    /** Names of the projections that they are read from. */
    List<String> projections();

    /**
     * What was asked for about a record up to a position, oldest first, and what had come of it by then.
     *
     * @param recordId the record; also as the survivor of a merger
     * @param others   corrections that are known to have changed it, such as one of many records
     * @param asOf     the position
     */
    List<Map<String, Object>> of(String recordId, Collection<String> others, long asOf);
}
