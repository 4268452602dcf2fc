package org.campaignledger.seal.store;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignledger.seal.note.Cosignature;
import org.campaignledger.seal.note.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the configured witnesses have cosigned, what they are asked to cosign next, and what was published of it. */
@Component
public class Cosignatures {

    /** Name and id of a witness are public, so that whoever likes can make lines that have to be verified. */
    private static final int CANDIDATE_LINES = 4;
    /** Newest cosignatures among which the latest is looked for. */
    private static final int RECENT = 256;

    private final JdbcClient jdbc;
    private final List<VerifierKey> witnesses;
    private final LogProperties properties;
    private final AtomicLong knownPublished = new AtomicLong();

    /** The cosignatures in this database. */
    public Cosignatures(JdbcClient jdbc, LogProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.witnesses = properties.witnessKeys();
    }

    /** Who may cosign. */
    public List<VerifierKey> witnesses() {
        return witnesses;
    }

    /**
     * The cosignatures in these lines, one at most of each configured witness. Of the lines that bear a witness's name and
     * key id, the first four are looked at.
     */
    public List<Cosignature> validIn(String text, List<String> lines) {
        return witnesses.stream()
                .flatMap(witness -> lines.stream().filter(line -> claimsToBeOf(witness, line)).limit(CANDIDATE_LINES)
                        .flatMap(line -> Cosignature.of(witness, text, line).stream()).limit(1))
                .toList();
    }

    private static boolean claimsToBeOf(VerifierKey witness, String line) {
        String[] parts = line.strip().split(" ", 3);
        if (parts.length != 3 || !parts[0].equals("\u2014") || !parts[1].equals(witness.name())) {
            return false;
        }
        try {
            byte[] told = Base64.getDecoder().decode(parts[2]);
            return told.length > 4 && Arrays.equals(told, 0, 4, witness.id(), 0, 4);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Keeps a cosignature of a checkpoint of this size; a witness's first one stays. */
    public void keep(long size, Cosignature cosignature) {
        jdbc.sql("""
            insert into seal_cosignature (size, witness, line, at) values (?, ?, ?, ?) on conflict do nothing""")
                .params(size, cosignature.witness().toString(), cosignature.line(), Timestamp.from(cosignature.at()))
                .update();
    }

    /** The lines that the configured witnesses have added to the checkpoint of a size. */
    List<String> linesOf(long size) {
        return witnesses.isEmpty()
                ? List.of()
                : jdbc.sql("select line from seal_cosignature where size = :size and witness in (:witnesses)"
                        + " order by witness")
                        .param("size", size).param("witnesses", names()).query(String.class).list();
    }

    /** The greatest size that so many of the configured witnesses have cosigned. */
    Optional<Long> newestWith(int quorum) {
        return jdbc.sql("""
            select size from seal_cosignature where witness in (:witnesses)
            group by size having count(*) >= :quorum order by size desc limit 1""")
                .param("witnesses", names()).param("quorum", quorum).query(Long.class).optional();
    }

    /** The sizes up to one that have been cosigned, ascending. */
    public List<Long> sizes(long upTo) {
        return jdbc.sql("select distinct size from seal_cosignature where size <= ? order by size").param(upTo)
                .query(Long.class).list();
    }

    /** The size of the last checkpoint that this witness has cosigned, 0 if it has none. */
    public long lastSizeOf(VerifierKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from seal_cosignature where witness = ?")
                .param(witness.toString()).query(Long.class).single();
    }

    /**
     * The size that witnesses are asked to cosign, the same for all instances. It was the newest when it was chosen; a
     * newer one takes its place when it has its quorum, or has waited for it long enough.
     */
    long candidate() {
        // Whoever comes second finds the first one's choice in the row. It only ever grows.
        jdbc.sql("""
            update seal_publication p set candidate = l.size, candidate_since = clock_timestamp()
            from seal_log l
            where l.size > coalesce(p.candidate, -1)
              and (coalesce(p.candidate, 0) = 0
                   or p.candidate < p.published
                   or p.candidate_since < clock_timestamp() - make_interval(secs => :age)
                   or (select count(*) from seal_cosignature c
                       where c.size = p.candidate and c.witness in (:witnesses)) >= :quorum)""")
                .param("age", properties.candidateAge().toNanos() / 1e9).param("witnesses", names())
                .param("quorum", properties.quorum()).update();
        return jdbc.sql("select coalesce(candidate, 0) from seal_publication").query(Long.class).single();
    }

    /** Remembers that this size was published, if none greater was. */
    void rememberPublished(long size) {
        if (size > knownPublished.get()) {
            jdbc.sql("update seal_publication set published = :size where published < :size").param("size", size)
                    .update();
            knownPublished.accumulateAndGet(size, Math::max);
        }
    }

    /** The greatest size that was ever published; 0 if none was. */
    long greatestPublished() {
        return jdbc.sql("select published from seal_publication").query(Long.class).single();
    }

    /**
     * Seconds since the newest cosignature of a configured witness: since the witness made it, or since it came if its
     * clock is ahead. Infinite if there is none, not a number if there are no witnesses.
     */
    public double ageSeconds() {
        if (witnesses.isEmpty()) {
            return Double.NaN;
        }
        return jdbc.sql("""
            select greatest(0, coalesce(extract(epoch from clock_timestamp() - max(least(at, taken_at))),
                'infinity'))::float8
            from (select at, taken_at from seal_cosignature where witness in (:witnesses)
                  order by size desc limit :recent) newest""")
                .param("witnesses", names()).param("recent", RECENT).query(Double.class).single();
    }

    private List<String> names() {
        return witnesses.stream().map(VerifierKey::toString).toList();
    }
}
