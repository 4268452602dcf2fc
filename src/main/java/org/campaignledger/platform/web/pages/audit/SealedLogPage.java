package org.campaignledger.platform.web.pages.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sealed log for everyone.
 *
 * @param campaign   id of the campaign around the page
 * @param checkpoint absent while none is published
 * @param head       how far the ledger goes
 * @param backlog    how many events are recorded and not yet under the published checkpoint
 * @param keys       the log's verifier keys, the one in use first
 * @param quorum     how many witnesses must have cosigned
 * @param witnesses  the configured ones
 * @param mayExport  whether the whole ledger can be taken along
 * @param service    address of this service, for the commands
 * @param scriptData what the scripts start from
 */
record SealedLogPage(
        String campaign, @Nullable Checkpoint checkpoint, String head, long backlog, List<SignedNote.Key> keys,
        String quorum, List<Witness> witnesses, boolean mayExport, String service, String scriptData) {

    /**
     * The published checkpoint.
     *
     * @param size   as it is read
     * @param signed by which keys of the log
     */
    record Checkpoint(String origin, String size, String root, List<SignedNote.Line> signed, String text) {}

    /** A witness; {@code at} is when it cosigned this checkpoint, empty where it has not. */
    record Witness(String name, String vkey, String at) {}
}
