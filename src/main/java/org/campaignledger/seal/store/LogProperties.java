package org.campaignledger.seal.store;

import java.time.Duration;
import java.util.List;
import org.campaignledger.seal.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is kept ({@code ledger.log.*}).
 *
 * @param origin        the log's name, by which checkpoints are told from those of other logs; absent: made at random at
 *                      the first start. It never changes afterwards
 * @param key           secret seed of the key that signs, base64 of 32 bytes; absent: in the data folder's keys
 * @param previousKey   the seed that signed until now, for as long as a new key is being brought in
 * @param interval      how often what was committed is sealed
 * @param checkRate     how many sealed events are compared with the ledger in a second; 0 turns the check off
 * @param checkPause    how long the check rests after each round
 * @param witnesses     who may cosign
 * @param quorum        how many of them a checkpoint needs before it is published; 0 publishes without
 * @param witnessPeriod how often witnesses that have an address are asked
 */
@ConfigurationProperties("ledger.log")
public record LogProperties(
        @Nullable String origin, @Nullable String key, @Nullable String previousKey,
        @DefaultValue("250ms") Duration interval, @DefaultValue("5000") int checkRate,
        @DefaultValue("10s") Duration checkPause, @DefaultValue List<Witness> witnesses, @DefaultValue("0") int quorum,
        @DefaultValue("10s") Duration witnessPeriod) {

    /**
     * Checks that the quorum can be reached.
     *
     * @throws IllegalArgumentException there are not as many witnesses
     */
    public LogProperties {
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException("ledger.log.quorum is " + quorum + " of " + witnesses.size()
                    + " witnesses");
        }
    }

    /**
     * A witness.
     *
     * @param key its verifier key
     * @param url where it can be asked (C2SP tlog-witness); absent for one that comes by itself
     */
    public record Witness(String key, @Nullable String url) {

        /** Its verifier key, read. */
        public VerifierKey verifier() {
            return VerifierKey.parse(key);
        }
    }

    /** The verifier keys of all witnesses. */
    public List<VerifierKey> witnessKeys() {
        return witnesses.stream().map(Witness::verifier).toList();
    }
}
