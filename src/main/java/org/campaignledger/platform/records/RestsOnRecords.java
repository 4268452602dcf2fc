package org.campaignledger.platform.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Records of one slice that rest on records of another, and fall with them (rule 21): awards on the entries that they were
 * granted to. Implemented by the slice whose records fall.
 */
public interface RestsOnRecords {

    /** The field of {@link Falling#shown} that is told to nobody who may not see a ranking: a REPORTER. */
    String PLACE = "place";

    /**
     * One that falls.
     *
     * @param aggregateType simple name of the aggregate that holds it
     * @param aggregateId   id of that aggregate
     * @param lastSequence  of its last event: if it has moved on when this is written, all is decided again
     * @param event         what takes it back
     * @param shown         what an effect tells of it, by field
     */
    record Falling(
            String aggregateType, String aggregateId, long lastSequence, LedgerEvent event,
            Map<String, Object> shown) {}

    /**
     * What falls with a record, as the ledger stands now.
     *
     * @param recordId   the record that counts no more
     * @param reason     why it does not
     * @param day        the business date
     * @param correction the correction by which it is reversed, where it is by one
     */
    List<Falling> fallingWith(String recordId, String reason, LocalDate day, @Nullable CorrectionMark correction);

    /**
     * Called in the command by which a record comes to count no more: notes on what the answer above rests, so that
     * nothing can come to rest on the record meanwhile.
     *
     * @throws org.campaignledger.kernel.Refused 409 nobody can say just now what rests on it
     */
    default void rely(String recordId) {}
}
