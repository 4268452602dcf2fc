package org.campaignledger.correction.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Something is to be corrected, once somebody else has agreed.
 *
 * @param id          the correction
 * @param campaign    its campaign; absent for accounts
 * @param unit        the unit or sub-unit of all its records, where they have one in common
 * @param record      the record that it is about, where it is about one
 * @param kind        path name of the records' register, or {@code targets}, {@code allocations}, {@code bounds},
 *                    {@code accounts}
 * @param action      REVERSE, AMEND, MERGE, REVISE or OPEN_ACCOUNT
 * @param items       the records; absent where they are many and stand in the list
 * @param list        where the records stand that are too many for an event
 * @param changes     the fields to be changed and their values; personal data encrypted with the person's own key
 * @param into        the record that survives a merger
 * @param reasonCode  one of the closed list
 * @param reason      in the words of who asked
 * @param requestedBy who asked
 * @param expiresAt   undecided, it expires then
 * @param version     what a reviewer names who has seen this effect
 * @param effect      what it was going to do when it was asked for (rule 20)
 */
public record CorrectionRequested(
        String id, @Nullable String campaign, @Nullable String unit, @Nullable String record, String kind,
        String action, @Nullable List<Item> items, @Nullable RecordList list, Map<String, Object> changes,
        @Nullable String into, String reasonCode, String reason, String requestedBy, Instant expiresAt, long version,
        Map<String, Object> effect) implements CorrectionEvent {

    /**
     * A record that it is about.
     *
     * @param id       the record
     * @param position position at which it was recorded; absent for what is revised and not recorded
     * @param version  the version that was seen
     */
    public record Item(String id, @Nullable Long position, long version) {}

    /**
     * Records that are too many for an event: a content-addressed attachment, a JSON array of their ids.
     *
     * @param records how many there are
     * @param sha256  of the attachment, lower-case hex
     */
    public record RecordList(long records, String sha256) {}

    @Override
    public List<String> attachments() {
        return list == null ? List.of() : List.of(list.sha256());
    }
}
