package org.campaignledger.seal.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.NewEvent;

/** An event that names a list of records, recorded with the list and without whatever it would be about. */
final class AListIsNamed {

    private AListIsNamed() {}

    /** A list as it would be attached. */
    static Attachment list(String text) {
        return Attachment.of("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Records an event that names a list, and keeps the list with it; answers the position. */
    static long recordedIn(RunningLedger ledger, String campaign, Attachment list) {
        EventCodec codec = ledger.part(EventCodec.class);
        var event = new CorrectionRequested("c-1", campaign, null, null, "events", "REVERSE", null,
                new CorrectionRequested.RecordList(2, list.sha256()), Map.of(), null, "duplicate", "重复", "admin",
                Instant.EPOCH, 2, Map.of());
        UUID id = UUID.randomUUID();
        byte[] metadata = codec.encodeMetadata(Map.of(MetadataKeys.EVENT_ID, id.toString(),
                MetadataKeys.AGGREGATE_TYPE, "Correction", MetadataKeys.AGGREGATE_ID, id.toString(),
                MetadataKeys.SEQUENCE, "0", MetadataKeys.ACCOUNT, "admin", MetadataKeys.ROLE, "ADMIN"));
        NewEvent named = new NewEvent(id, "Correction", id.toString(), 0, codec.typeOf(event),
                codec.revisionOf(event), codec.encode(event), metadata, List.of(), id.toString(), "");
        return ledger.part(LedgerStore.class).append(new Append(List.of(named), List.of(), null, List.of(),
                List.of(ledger.part(Attachments.class).keep(list)))).lastPosition();
    }
}
