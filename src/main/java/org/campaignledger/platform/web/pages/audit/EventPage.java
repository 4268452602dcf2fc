package org.campaignledger.platform.web.pages.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event as a record of evidence.
 *
 * @param campaign   id of the campaign around the page
 * @param position   its place in the whole ledger
 * @param number     the same as it is read
 * @param sentence   what it tells
 * @param type       short name
 * @param form       what it is stored as: type and revision
 * @param time       when it was recorded, to the millisecond, in the campaign's zone
 * @param who        on whose word
 * @param about      where it stands, and what brought it about
 * @param facts      what stands in it
 * @param postings   what it posted
 * @param links      what it corrects, what corrects it, and the correction behind it
 * @param record     address of the record's page; absent where there is none for this reader
 * @param correction id of the correction behind it; absent without one
 * @param raw        its payload as JSON
 * @param seal       absent while it is not sealed
 * @param previous   position of the event before it that the reader may see
 * @param next       of the event after it
 * @param service    address of this service, for the commands
 * @param scriptData what the scripts start from
 */
record EventPage(
        String campaign, long position, String number, String sentence, String type, String form, String time,
        Who who, About about, Facts.Table facts, List<Posted> postings, List<Link> links, @Nullable String record,
        @Nullable String correction, String raw, @Nullable Seal seal, @Nullable Long previous, @Nullable Long next,
        String service, String scriptData) {

    /** On whose word; {@code role} is a key and empty for the system, {@code scope} empty where there is none. */
    record Who(String account, String role, String scope) {}

    /** Where it stands and whence it came; each empty where there is none. */
    record About(
            String unit, String category, String occurredOn, String recordId, String aggregate, String sequence,
            String eventId, String correlation, String causation, String key, String version) {}

    /** What was done to one figure; {@code explain} leads to all that is behind it. */
    record Posted(String metric, String unit, String category, String amount, String on, String explain) {}

    /** Another event; {@code text} is the key of what it is to this one. */
    record Link(String text, long position, String number, String label) {}

    /** Its place in the sealed log; the hashes in hexadecimal digits. */
    record Seal(String leaf, String index, String size, String root) {}
}
