package org.campaignledger.seal.archive;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.NewEvent;
import org.springframework.context.annotation.Bean;

/**
 * A slice with one event, of the type that the page on the sealed log says names an attachment, and no more in it than
 * that. Named to the product as a further source when it is started; no scan of the tests' classes finds it.
 */
final class AListIsNamed {

    /** Makes the product know the event. */
    static final String SOURCE = "--spring.main.sources=" + AListIsNamed.class.getName();

    /** The slice's events. */
    sealed interface Named extends LedgerEvent permits CorrectionRequested {}

    /** How many records, and where they are listed. */
    record Listed(int records, String sha256) {}

    /** The event. */
    record CorrectionRequested(String campaign, Listed list) implements Named {

        @Override
        public List<Posting> postings() {
            return List.of();
        }

        @Override
        public Reference reference() {
            return Reference.ofCampaign(campaign);
        }

        @Override
        public List<String> attachments() {
            return List.of(list.sha256());
        }
    }

    @Bean
    EventTypes namedLists() {
        return EventTypes.of(Named.class);
    }

    /** A list as it would be attached. */
    static Attachment list(String text) {
        return Attachment.of("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Records an event that names a list, and keeps the list with it; answers the position. */
    static long recordedIn(RunningLedger ledger, String campaign, Attachment list) {
        EventCodec codec = ledger.part(EventCodec.class);
        var event = new CorrectionRequested(campaign, new Listed(2, list.sha256()));
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
