package org.campaignledger.seal.store;

import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.note.SigningKey;
import org.campaignledger.seal.note.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys that have signed for the log, in their order. A new one is taken only from whoever holds the one before. */
final class KeyRegister {

    private final JdbcClient jdbc;

    KeyRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The log's identity with this key, which is entered if it is new. In a transaction of the caller's.
     *
     * @param keyWasLost whether a new key is taken without the one before, at the operator's word
     * @throws LogRefused another key signs for this log
     */
    LogIdentity identity(String origin, SigningKey key, Optional<SigningKey> previous, boolean keyWasLost) {
        long size = jdbc.sql("select size from seal_log for update").query(Long.class).single();
        List<String> known = keys();
        String mine = key.verifier().toString();
        if (known.isEmpty()) {
            enter(mine, size);
        } else if (!known.getFirst().equals(mine)) {
            mustBeNew(known, mine);
            if (!keyWasLost && !isJustRestored()) {
                mustFollow(known, previous);
            }
            enter(mine, size);
        }
        List<VerifierKey> all = keys().stream().map(VerifierKey::parse).toList();
        Optional<SigningKey> second = previous.filter(earlier -> all.stream()
                .anyMatch(each -> each.toString().equals(earlier.verifier().toString()))
                && !earlier.verifier().toString().equals(mine));
        LogIdentity identity = new LogIdentity(origin, key, second, all);
        if (!known.isEmpty() && !known.getFirst().equals(mine)) {
            keepChange(identity);
        }
        return identity;
    }

    private static void mustBeNew(List<String> known, String mine) {
        if (known.contains(mine)) {
            throw new LogRefused("The key of this log was replaced by " + known.getFirst()
                    + "; this instance still has an older one.");
        }
    }

    private static void mustFollow(List<String> known, Optional<SigningKey> previous) {
        if (previous.isEmpty() || !previous.get().verifier().toString().equals(known.getFirst())) {
            throw new LogRefused("This log is signed by " + known.getFirst() + ". To bring in another key,"
                    + " give the one in use as ledger.log.previous-key or as keys/previous-log.key in the data folder. If it is lost, start"
                    + " once with ledger.log.key-was-lost=true: readers must then be given the new key as they were the"
                    + " first.");
        }
    }

    /** An archive holds no secret: after a restore, whoever has the ledger signs for it, from that position on. */
    private boolean isJustRestored() {
        return jdbc.sql(
                """
                    select exists (select from seal_checkpoint c join seal_log l on c.size = l.size where c.why = 'restored')""")
                .query(Boolean.class).single();
    }

    /** The checkpoint at the change, signed by both: who trusts the old key learns the new one from it. */
    private void keepChange(LogIdentity identity) {
        jdbc.sql("select size, root from seal_log").query(row -> {
            jdbc.sql("""
                insert into seal_checkpoint (size, note, why) values (?, ?, 'rotation')
                on conflict (size) do update set why = excluded.why,
                    note = case when seal_checkpoint.why = 'restored'
                                then seal_checkpoint.note || ? else excluded.note end""")
                    .params(row.getLong(1), identity.signed(row.getLong(1), row.getBytes(2)),
                            identity.lines(new Checkpoint(identity.origin(), row.getLong(1), row.getBytes(2)).text()))
                    .update();
        });
    }

    private List<String> keys() {
        return jdbc.sql("select vkey from seal_key order by ordinal desc").query(String.class).list();
    }

    private void enter(String vkey, long since) {
        jdbc.sql("insert into seal_key (vkey, since) values (?, ?)").params(vkey, since).update();
    }
}
