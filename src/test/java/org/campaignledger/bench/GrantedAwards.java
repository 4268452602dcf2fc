package org.campaignledger.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.campaignledger.judging.events.AwardGranted;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.NewEvent;

/** Awards of a large category as the events that they are, many in one append: projections take them in as in life. */
final class GrantedAwards {

    private static final int PER_APPEND = 500;
    private static final LocalDate DAY = LocalDate.of(2019, 11, 4);

    private final LedgerStore store;
    private final EventCodec codec;

    GrantedAwards(LedgerStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * Awards every so many-th of the entries of {@link JudgedRows}.
     *
     * @return the last position
     */
    long granted(String campaign, int every) {
        String judging = JudgingEvent.judging(campaign, "activity");
        long sequence = store.lastSequence(judging) + 1;
        byte[] metadata = codec.encodeMetadata(Map.of(MetadataKeys.ACCOUNT, "host-activity"));
        long last = 0;
        for (int from = every; from <= JudgedRows.ENTRIES; from += every * PER_APPEND) {
            List<NewEvent> events = new ArrayList<>();
            for (int e = from; e <= JudgedRows.ENTRIES && events.size() < PER_APPEND; e += every) {
                AwardGranted award = award(campaign, e, e / every);
                events.add(new NewEvent(UUID.randomUUID(), "Judging", judging, sequence++, "AwardGranted", 1,
                        codec.encode(award), metadata, award.claims(), award.id(), award.unit()));
            }
            last = store.append(Append.of(events)).lastPosition();
        }
        return last;
    }

    private static AwardGranted award(String campaign, int entry, int rank) {
        return new AwardGranted(UUID.randomUUID().toString(), campaign, "activity", campaign + "-" + entry, "FJ", "三等奖",
                rank, BigDecimal.valueOf(100L * JudgedRows.ENTRIES - rank).divide(BigDecimal.valueOf(
                        JudgedRows.ENTRIES), 4, RoundingMode.HALF_UP),
                "0".repeat(64), 1, DAY);
    }
}
