package org.campaignledger.correction.read.corrections;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.model.Correction;
import org.jspecify.annotations.Nullable;

/**
 * A correction as it is shown to whoever decides on it.
 *
 * @param id              the correction
 * @param state           where it stands
 * @param campaign        its campaign; absent for accounts
 * @param unit            the unit or sub-unit of all its records, where they have one in common
 * @param kind            path name of the records' register, or what is revised
 * @param action          what is asked for
 * @param recordId        the record, where it is about one
 * @param into            the record that survives a merger
 * @param count           how many records it is about
 * @param records         the records, where they stand in the event
 * @param list            digest of the list of the records, where they do not
 * @param changes         what is to be changed; personal data are not shown here
 * @param reasonCode      one of the closed list
 * @param reason          in the words of who asked
 * @param maker           who asked
 * @param position        position at which it was asked for
 * @param requestedAt     when
 * @param expiresAt       undecided, it expires then
 * @param reviewedVersion the version that an approval names; that of the effect
 * @param movedOn         whether a record has moved on since it was asked for, so that the effect is another
 * @param effect          what it does, as it would be decided on now, or as it was decided on
 * @param obstacle        code of what would refuse an approval now, such as {@code already-reversed}
 * @param decidedBy       who ended it
 * @param decidedAt       when
 * @param decidedPosition position at which it ended
 * @param decisionReason  in the words of who decided
 * @param mayDecide       whether the account that asks may approve or reject it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CorrectionView(
        String id, Correction.State state, @Nullable String campaign, @Nullable String unit, String kind,
        String action, @Nullable String recordId, @Nullable String into, long count,
        @Nullable List<CorrectionRequested.Item> records, CorrectionRequested.@Nullable RecordList list,
        Map<String, Object> changes, String reasonCode, String reason, String maker, long position,
        Instant requestedAt, Instant expiresAt, long reviewedVersion, boolean movedOn, Map<String, Object> effect,
        @Nullable String obstacle, @Nullable String decidedBy, @Nullable Instant decidedAt,
        @Nullable Long decidedPosition, @Nullable String decisionReason, boolean mayDecide) {}
