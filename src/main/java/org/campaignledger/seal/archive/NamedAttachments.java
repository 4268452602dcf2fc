package org.campaignledger.seal.archive;

import java.util.LinkedHashMap;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.springframework.stereotype.Component;

/** The attachments that the ledger's events name. What was read once is not read again: it never changes. */
@Component
class NamedAttachments {

    private final LedgerStore store;
    private final EventCodec codec;
    private final Attachments kept;
    private final Map<String, Long> firstNamed = new LinkedHashMap<>();
    private long read;

    NamedAttachments(LedgerStore store, EventCodec codec, Attachments kept) {
        this.store = store;
        this.codec = codec;
        this.kept = kept;
    }

    /** Digests of all that are named up to a position, each with the position that names it first, ascending by it. */
    synchronized Map<String, Long> upTo(long position) {
        if (position > read) {
            store.stream(read, position, this::note);
            read = position;
        }
        Map<String, Long> named = new LinkedHashMap<>();
        firstNamed.forEach((digest, first) -> {
            if (first <= position) {
                named.put(digest, first);
            }
        });
        return named;
    }

    private void note(RecordedEvent event) {
        if (codec.mayNameAttachments(event.type())) {
            codec.decodePayload(event.type(), event.revision(), event.payload()).attachments()
                    .forEach(digest -> firstNamed.putIfAbsent(digest, event.position()));
        }
    }

    /**
     * The attachment that is named at a position.
     *
     * @throws Refused 409 {@code attachment-missing} if it is not kept, {@code attachment-changed} if it was changed
     */
    Attachment kept(String digest, long position) {
        return kept.find(digest).orElseThrow(() -> Refused.of(Refused.Kind.CONFLICT, "attachment-missing",
                Map.of("position", position, "digest", digest)));
    }

    /**
     * Looks at each that is named up to a position, one at a time, so that nothing is begun that cannot be finished.
     *
     * @throws Refused 409 {@code attachment-missing} or {@code attachment-changed}
     */
    void mustBeWhole(long position) {
        upTo(position).forEach(this::kept);
    }
}
