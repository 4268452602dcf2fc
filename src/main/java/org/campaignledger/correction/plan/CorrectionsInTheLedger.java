package org.campaignledger.correction.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.model.Correction;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.platform.correction.CorrectionAction;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Corrections read from the ledger itself: never behind it. */
@Component
public class CorrectionsInTheLedger {

    /** Records that are more than these stand in an attachment, not in the event. */
    public static final int MOST_ITEMS = 100;

    private static final TypeReference<List<String>> IDS = new TypeReference<>() {
    };

    private final LedgerStore store;
    private final EventCodec codec;
    private final Attachments attachments;
    private final CampaignRulesSource rules;
    private final JsonMapper json = JsonMapper.shared();

    /** Those of this ledger. */
    public CorrectionsInTheLedger(LedgerStore store, EventCodec codec, Attachments attachments,
            CampaignRulesSource rules) {
        this.rules = rules;
        this.store = store;
        this.codec = codec;
        this.attachments = attachments;
    }

    /**
     * A correction with its history.
     *
     * @param correction as it stands
     * @param events     one or two: asked for, decided
     */
    public record Found(Correction correction, List<LedgerEntry> events) {

        /** The event with which it was asked for. */
        public LedgerEntry asked() {
            return events.getFirst();
        }

        /** The event that ended it, if one has. */
        public Optional<LedgerEntry> decided() {
            return events.size() == 1 ? Optional.empty() : Optional.of(events.getLast());
        }
    }

    /** The correction of this id, if there is one. */
    public Optional<Found> find(String id) {
        return find(id, Long.MAX_VALUE);
    }

    private Optional<Found> find(String id, long asOf) {
        List<LedgerEntry> events = new ArrayList<>();
        @Nullable
        Correction correction = null;
        for (var recorded : store.readAggregate(id, 0)) {
            LedgerEntry entry = codec.decode(recorded);
            if (entry.position() <= asOf && entry.event() instanceof CorrectionEvent event) {
                correction = Correction.evolve(correction, event);
                events.add(entry);
            }
        }
        return correction == null ? Optional.empty() : Optional.of(new Found(correction, events));
    }

    /**
     * The correction of this id, if the reader may know of it: a reporter knows of what it has asked for, and of what is
     * about records within its scope.
     *
     * @throws Refused 404 there is none, or none that the reader may know of
     */
    public Found visible(String id, Actor reader) {
        return visible(id, reader, Long.MAX_VALUE);
    }

    /**
     * The same as it stood at a position.
     *
     * @throws Refused 404 there was none by then, or none that the reader may know of
     */
    public Found visible(String id, Actor reader, long asOf) {
        return find(id, asOf).filter(found -> maySee(found.correction().asked(), reader))
                .orElseThrow(Refused::notFound);
    }

    private boolean maySee(CorrectionRequested asked, Actor reader) {
        String campaign = asked.campaign();
        String unit = asked.unit();
        return reader.role() != Role.REPORTER || asked.requestedBy().equals(reader.account())
                || campaign != null && unit != null && rules.rules(campaign).isWithin(unit, reader.scope());
    }

    /** What it asks for, with all its records. */
    public Ask ask(CorrectionRequested asked) {
        return new Ask(asked.kind(), CorrectionAction.valueOf(asked.action()), recordIds(asked), asked.changes(),
                asked.into());
    }

    /** The records that it is about. */
    public List<String> recordIds(CorrectionRequested asked) {
        CorrectionRequested.RecordList list = asked.list();
        if (list == null) {
            return Objects.requireNonNull(asked.items()).stream().map(CorrectionRequested.Item::id).toList();
        }
        return json.readValue(attachments.find(list.sha256())
                .orElseThrow(() -> new IllegalStateException("the list of correction " + asked.id() + " is gone"))
                .bytes(), IDS);
    }
}
