package org.campaignledger.seal.store;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.campaignledger.seal.note.Cosignature;
import org.campaignledger.seal.note.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the configured witnesses have cosigned. */
@Component
public class Cosignatures {

    private final JdbcClient jdbc;
    private final List<VerifierKey> witnesses;

    /** The cosignatures in this database. */
    public Cosignatures(JdbcClient jdbc, LogProperties properties) {
        this.jdbc = jdbc;
        this.witnesses = properties.witnessKeys();
    }

    /** Who may cosign. */
    public List<VerifierKey> witnesses() {
        return witnesses;
    }

    /** Those of these lines that a configured witness has signed over this text. */
    public List<Cosignature> validIn(String text, List<String> lines) {
        return witnesses.stream()
                .flatMap(witness -> lines.stream().flatMap(line -> Cosignature.of(witness, text, line).stream()))
                .toList();
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

    private List<String> names() {
        return witnesses.stream().map(VerifierKey::toString).toList();
    }
}
