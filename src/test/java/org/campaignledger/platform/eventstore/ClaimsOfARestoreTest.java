package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.campaignledger.kernel.Claim;
import org.junit.jupiter.api.Test;

/** An attempt at a restore that was broken off may have written claims too many: the next one leaves what is right. */
class ClaimsOfARestoreTest {

    private static final int EVENTS = 60;

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final Random random;

    ClaimsOfARestoreTest() {
        long seed = System.nanoTime();
        System.out.println("ClaimsOfARestoreTest: seed " + seed);
        random = new Random(seed);
    }

    /** Few keys and few records, so that these meet; some give back what they do not hold, or take it anew. */
    private List<KeptEvent> history() {
        Map<Claim, String> held = new HashMap<>();
        List<KeptEvent> history = new ArrayList<>();
        for (int position = 1; position <= EVENTS; position++) {
            String record = "r" + random.nextInt(4);
            List<Claim> freed = new ArrayList<>();
            List<Claim> taken = new ArrayList<>();
            for (int key = 0; key < 5; key++) {
                Claim claim = new Claim("title", "" + key);
                if (random.nextInt(3) == 0) {
                    freed.add(claim);
                    held.remove(claim, record);
                }
                if (random.nextInt(3) == 0 && held.putIfAbsent(claim, record) == null) {
                    taken.add(claim);
                }
            }
            history.add(new KeptEvent(new RecordedEvent(position, new UUID(0, position), "Thing", record, 0, "T", 1,
                    Instant.EPOCH, new byte[0], new byte[0], new byte[0]), taken, freed, record, "FJ", position));
        }
        return history;
    }

    private static List<String> left(List<KeptEvent> history) {
        Map<Claim, KeptEvent> holders = new HashMap<>();
        for (KeptEvent one : history) {
            one.freed().forEach(claim -> holders.computeIfPresent(claim,
                    (key, holder) -> holder.recordId().equals(one.recordId()) ? null : holder));
            one.claims().forEach(claim -> holders.put(claim, one));
        }
        return new ArrayList<>(new TreeSet<>(holders.entrySet().stream().map(one -> ClaimKeys.hex(ClaimKeys.of(one
                .getKey())) + " " + one.getValue().recordId() + " " + one.getValue().recordAt()).toList()));
    }

    @Test
    void whereverItWasBrokenOffAndWhereverItBeginsAgain() throws SQLException {
        for (int round = 0; round < 40; round++) {
            database.run("truncate claim");
            List<KeptEvent> history = history();
            int brokenOff = 1 + random.nextInt(EVENTS);
            int again = random.nextInt(brokenOff);
            try (Connection connection = database.connect()) {
                RestoreSql sql = new RestoreSql(connection);
                sql.claims(history.subList(0, again));
                sql.claims(history.subList(again, brokenOff));
                int step = 1 + random.nextInt(9);
                for (int from = again; from < EVENTS; from += step) {
                    sql.claims(history.subList(from, Math.min(EVENTS, from + step)));
                }
            }
            assertThat(database.texts(
                    "select encode(claim_key, 'hex') || ' ' || record_id || ' ' || position from claim order by 1"))
                    .isEqualTo(left(history));
        }
    }
}
