package org.campaignledger.judging.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.JudgesDrawn;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.judging.events.ScoreGiven;
import org.campaignledger.judging.events.ScoreRevised;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.judging.model.JudgingFold;
import org.campaignledger.judging.model.Jury;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds what judging depends on from the events of its aggregates. */
@Component
public class JudgingsInTheLedger {

    /** Judgings that are remembered: those of several campaigns. */
    private static final int REMEMBERED = 64;
    private static final Standing<Judging> NOTHING = new Standing<>(Judging.NONE, -1);

    private final LedgerStore store;
    private final EventCodec codec;
    private final Map<String, Standing<Judging>> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Standing<Judging>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Those of this store. */
    public JudgingsInTheLedger(LedgerStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * Something as it stands.
     *
     * @param state    what it is
     * @param sequence of its aggregate's last event, -1 if it has none
     */
    public record Standing<T>(T state, long sequence) {}

    /**
     * The judging of a category; {@link Judging#NONE} where nothing has happened. What it had come to is remembered, and
     * the ledger asked for what has happened since: a page of the showcase asks this of every category on it.
     */
    public Standing<Judging> judging(String campaign, String category) {
        String id = JudgingEvent.judging(campaign, category);
        Standing<Judging> before;
        synchronized (remembered) {
            before = remembered.getOrDefault(id, NOTHING);
        }
        List<RecordedEvent> events = store.readAggregate(id, before.sequence() + 1);
        if (events.isEmpty()) {
            return before;
        }
        JudgingFold fold = new JudgingFold(before.state());
        for (RecordedEvent recorded : events) {
            if (decoded(recorded) instanceof JudgingEvent event) {
                fold.take(event, recorded.position());
            }
        }
        Standing<Judging> now = new Standing<>(fold.judging(), last(events));
        synchronized (remembered) {
            return remembered.merge(id, now, (one, other) -> one.sequence() > other.sequence() ? one : other);
        }
    }

    /** The jury of an entry; {@link Jury#NONE} where there is none. */
    public Standing<Jury> jury(String entry) {
        Jury jury = Jury.NONE;
        List<RecordedEvent> events = store.readAggregate(panel(entry), 0);
        for (RecordedEvent recorded : events) {
            if (decoded(recorded) instanceof PanelEvent event) {
                jury = jury.after(event);
            }
        }
        return new Standing<>(jury, last(events));
    }

    /** Id of the aggregate that holds an entry's jury. */
    public static String panel(String entry) {
        return "panel-" + entry;
    }

    /** An entry, if there is one of this id. */
    public Optional<Standing<Candidate>> candidate(String entry) {
        @Nullable
        Candidate candidate = null;
        List<RecordedEvent> events = store.readAggregate(entry, 0);
        for (RecordedEvent recorded : events) {
            if (decoded(recorded) instanceof EntryEvent event) {
                candidate = Candidate.evolve(candidate, event);
            }
        }
        return Optional.ofNullable(candidate).map(found -> new Standing<>(found, last(events)));
    }

    /** An award that was ever granted, if there is one of this id. */
    public Optional<AwardGranted> award(String id) {
        return store.holderOf(AwardGranted.claim(id)).flatMap(holder -> store.at(holder.position()))
                .map(this::decoded).filter(AwardGranted.class::isInstance).map(AwardGranted.class::cast);
    }

    /** The position at which an award was granted. */
    public long positionOf(AwardGranted award) {
        return store.holderOf(AwardGranted.claim(award.id())).orElseThrow().position();
    }

    /** A draw of a category, if there is one of this id. */
    public Optional<JudgesDrawn> draw(String campaign, String category, String id) {
        return store.readAggregate(JudgingEvent.judging(campaign, category), 0).stream().map(this::decoded)
                .filter(JudgesDrawn.class::isInstance).map(JudgesDrawn.class::cast)
                .filter(draw -> draw.id().equals(id)).findFirst();
    }

    /** The words with which a judge has last scored an entry, encrypted; empty if there were none. */
    public Optional<PersonalData> words(String entry, String judge) {
        return store.readAggregate(panel(entry), 0).stream().map(this::decoded)
                .filter(event -> event instanceof ScoreGiven given && given.judge().equals(judge)
                        || event instanceof ScoreRevised revised && revised.judge().equals(judge))
                .reduce((earlier, later) -> later).flatMap(event -> event.persons().stream().findFirst());
    }

    private LedgerEvent decoded(RecordedEvent recorded) {
        return codec.decodePayload(recorded.type(), recorded.revision(), recorded.payload());
    }

    private static long last(List<RecordedEvent> events) {
        return events.isEmpty() ? -1 : events.getLast().sequence();
    }
}
