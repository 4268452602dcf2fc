package org.campaignledger.judging.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.AwardRevoked;
import org.campaignledger.judging.events.JudgedEntryLeft;
import org.campaignledger.judging.events.JudgingClosed;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.ScoringEnded;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.EventTypes;
import org.campaignledger.platform.eventstore.MemoryStore;
import org.campaignledger.platform.eventstore.NewEvent;
import org.junit.jupiter.api.Test;

/** What a judging has come to is remembered, and is the same as if all of it were read anew. */
class JudgingsInTheLedgerTest {

    private static final LocalDate DAY = LocalDate.of(2019, 10, 30);
    private static final String ID = JudgingEvent.judging("2019", "video");

    private final MemoryStore store = new MemoryStore();
    private final EventCodec codec = new EventCodec(List.of(EventTypes.of(JudgingEvent.class)));
    private final JudgingsInTheLedger remembering = new JudgingsInTheLedger(store, codec);
    private final Map<String, AwardGranted> standing = new LinkedHashMap<>();
    private long sequence;

    private void happens(JudgingEvent event) {
        store.append(Append.of(List.of(new NewEvent(UUID.randomUUID(), "Judging", ID, sequence++,
                event.getClass().getSimpleName(), 1, codec.encode(event), "{}".getBytes(StandardCharsets.UTF_8),
                List.of(), ID, ""))));
    }

    private Judging anew() {
        return new JudgingsInTheLedger(store, codec).judging("2019", "video").state();
    }

    private static AwardGranted award(String id, String entry) {
        return new AwardGranted(id, "2019", "video", entry, "FJ", "一等奖", 1, new BigDecimal("90.0000"), "digest", 2,
                DAY);
    }

    @Test
    void whereNothingHasHappenedThereIsNothing() {
        assertThat(remembering.judging("2019", "video").state()).isEqualTo(Judging.NONE);
        assertThat(remembering.judging("2019", "video").sequence()).isEqualTo(-1);
    }

    @Test
    void howeverOftenItIsAskedItIsWhatHasHappened() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        happens(new ScoringEnded("2019", "video"));
        happens(new JudgingClosed("2019", "video", 1, "digest", List.of(), 40, 40, List.of(), DAY));
        for (int i = 0; i < 300; i++) {
            String entry = "e" + random.nextInt(40);
            AwardGranted given = standing.remove(entry);
            if (given != null) {
                happens(new AwardRevoked(given, AwardRevoked.Cause.DECISION, "复核", DAY));
            } else {
                standing.put(entry, award("a" + i, entry));
                happens(award("a" + i, entry));
            }
            if (random.nextInt(5) == 0) {
                assertThat(remembering.judging("2019", "video").state()).as("seed %s", seed).isEqualTo(anew());
            }
        }
        happens(new JudgedEntryLeft("e1", "2019", "video", "FJ", DAY));
        JudgingsInTheLedger.Standing<Judging> now = remembering.judging("2019", "video");
        assertThat(now.sequence()).isEqualTo(sequence - 1);
        assertThat(now.state().awards()).as("seed %s", seed).isEqualTo(standing);
        assertThat(now.state().left()).containsOnlyKeys("e1");
        assertThat(new ArrayList<>(now.state().awards().keySet())).as("in the order in which they were granted")
                .containsExactlyElementsOf(standing.keySet());
    }

    @Test
    void whatWasHandedOutDoesNotChange() {
        happens(new JudgingClosed("2019", "video", 1, "digest", List.of(), 2, 2, List.of(), DAY));
        happens(award("a1", "e1"));
        Judging before = remembering.judging("2019", "video").state();
        happens(award("a2", "e2"));
        assertThat(remembering.judging("2019", "video").state().awards()).hasSize(2);
        assertThat(before.awards()).containsOnlyKeys("e1");
        happens(new ScoringEnded("2019", "video"));
        assertThat(remembering.judging("2019", "video").state().awards()).isEmpty();
        assertThat(before.awards()).containsOnlyKeys("e1");
    }

    @Test
    void judgingsThatWereForgottenAreReadAnew() {
        happens(new JudgingClosed("2019", "video", 1, "digest", List.of(), 2, 2, List.of(), DAY));
        Judging first = remembering.judging("2019", "video").state();
        for (int i = 0; i < 200; i++) {
            assertThat(remembering.judging("c" + i, "video").state()).isEqualTo(Judging.NONE);
            store.append(Append.of(List.of(new NewEvent(UUID.randomUUID(), "Judging", "c" + i + "/video", 0,
                    "ScoringEnded", 1, codec.encode(new ScoringEnded("c" + i, "video")),
                    "{}".getBytes(StandardCharsets.UTF_8), List.of(), ID, ""))));
            assertThat(remembering.judging("c" + i, "video").state().stage()).isEqualTo(Judging.Stage.ENDED);
        }
        assertThat(remembering.judging("2019", "video").state()).isEqualTo(first);
    }
}
