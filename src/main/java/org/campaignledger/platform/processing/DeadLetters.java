package org.campaignledger.platform.processing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Events that a projection could not take in, and those of the same sequence that wait behind them. Only positions are
 * kept: the events themselves stay where they are.
 */
@Component
public class DeadLetters {

    private static final int MAX_CAUSE = 2_000;

    private final JdbcClient jdbc;

    /** Dead letters in this database. */
    public DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An event that was set aside.
     *
     * @param id         of the letter
     * @param projection who could not take it in
     * @param sequence   what waits in order
     * @param position   the event
     * @param cause      what went wrong, or {@code waits-behind}
     * @param attempts   how often it was tried
     * @param setAsideAt when it was set aside
     * @param lastTryAt  when it was tried last
     */
    public record DeadLetter(
            long id, String projection, String sequence, long position, String cause, int attempts, Instant setAsideAt,
            Instant lastTryAt) {}

    /** Sequences of the projection in which something was set aside. */
    List<String> stuckSequences(String projection) {
        return jdbc.sql("select distinct sequence from dead_letter where projection = ?").param(projection)
                .query(String.class).list();
    }

    void setAside(String projection, String sequence, long position, String cause) {
        jdbc.sql("""
            insert into dead_letter (projection, sequence, position, cause) values (?, ?, ?, ?)
            on conflict (projection, position) do nothing""")
                .params(projection, sequence, position, shortened(cause)).update();
    }

    void failedAgain(long id, String cause) {
        jdbc.sql("update dead_letter set attempts = attempts + 1, last_try_at = now(), cause = ? where id = ?")
                .params(shortened(cause), id).update();
    }

    void remove(long id) {
        jdbc.sql("delete from dead_letter where id = ?").param(id).update();
    }

    void removeAll(String projection) {
        jdbc.sql("delete from dead_letter where projection = ?").param(projection).update();
    }

    /**
     * The letters of one sequence in order, locked against a second retry until the transaction ends. First the
     * projection's place is locked, as its processor does: of a batch in hand, which may be about to set more of the
     * sequence aside, the letters are waited for.
     */
    List<DeadLetter> lockSequence(String projection, String sequence) {
        jdbc.sql("select position from projection where name = ? for update").param(projection).query(Long.class)
                .optional();
        return jdbc.sql("select * from dead_letter where projection = ? and sequence = ? order by position for update")
                .params(projection, sequence).query(DeadLetters::letter).list();
    }

    /** One letter. */
    public Optional<DeadLetter> find(long id) {
        return jdbc.sql("select * from dead_letter where id = ?").param(id).query(DeadLetters::letter).optional();
    }

    /** Letters after an id, of one projection or of all (empty text), oldest first. */
    public List<DeadLetter> list(String projection, long afterId, int limit) {
        return jdbc.sql("select * from dead_letter where id > ? and (? = '' or projection = ?) order by id limit ?")
                .params(afterId, projection, projection, limit).query(DeadLetters::letter).list();
    }

    /** How many letters a projection has. */
    public long count(String projection) {
        return jdbc.sql("select count(*) from dead_letter where projection = ?").param(projection).query(Long.class)
                .single();
    }

    private static DeadLetter letter(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new DeadLetter(row.getLong("id"), row.getString("projection"), row.getString("sequence"),
                row.getLong("position"), row.getString("cause"), row.getInt("attempts"),
                row.getObject("set_aside_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_try_at", OffsetDateTime.class).toInstant());
    }

    private static String shortened(String cause) {
        return cause.length() <= MAX_CAUSE ? cause : cause.substring(0, MAX_CAUSE);
    }
}
