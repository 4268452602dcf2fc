package org.campaignledger.platform.processing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last rebuild of each projection as the database holds it, for all instances. */
@Component
class RebuildTable {

    /** A rebuild of which nothing was heard for so long may have lost its instance; it is seen twice a second. */
    static final Duration SILENT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;

    RebuildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A rebuild as it is kept.
     *
     * @param run      which one, among those of its projection
     * @param rebuild  how it stands
     * @param isSilent whether it is said to run, and nothing was heard of it for {@link #SILENT}
     */
    record Kept(UUID run, Rebuild rebuild, boolean isSilent) {

        boolean isRunning() {
            return rebuild.state() == Rebuild.State.RUNNING;
        }
    }

    /** Puts a new rebuild in the place of the last one. Whoever calls has the turn. */
    void begin(RebuildRun run) {
        jdbc.sql("""
            insert into rebuild (projection, run, state, target, started_at)
            values (:projection, :run, 'RUNNING', :target, :startedAt)
            on conflict (projection) do update set run = excluded.run, state = excluded.state, position = 0,
                target = excluded.target, seconds = 0, started_at = excluded.started_at, ended_at = null,
                problem = null, cancel_asked = false, seen_at = now()""")
                .param("projection", run.name).param("run", run.id).param("target", run.target)
                .param("startedAt", at(run.startedAt)).update();
    }

    /**
     * Tells how far a rebuild is, and that it still runs.
     *
     * @return whether somebody asked it to stop; empty if it is no longer the one that counts
     */
    Optional<Boolean> seen(RebuildRun run) {
        return jdbc.sql("""
            update rebuild set position = :position, target = :target, seconds = :seconds, seen_at = clock_timestamp()
            where projection = :projection and run = :run and state = 'RUNNING' returning cancel_asked""")
                .param("position", run.position).param("target", run.target).param("seconds", run.elapsed())
                .param("projection", run.name).param("run", run.id).query(Boolean.class).optional();
    }

    /**
     * Keeps others from putting another rebuild's tables in place until this transaction ends. Others may go on telling how
     * far the rebuild is, and asking it to stop.
     *
     * @return whether the rebuild is still the one that counts
     */
    boolean counts(RebuildRun run) {
        return isThere(run, "for key share");
    }

    /** The same before tables are made or dropped: waits for whoever is filling those of another rebuild. */
    boolean countsAlone(RebuildRun run) {
        return isThere(run, "for update");
    }

    private boolean isThere(RebuildRun run, String how) {
        return jdbc.sql("select run from rebuild where projection = ? and run = ? and state = 'RUNNING' " + how)
                .params(run.name, run.id).query(UUID.class).optional().isPresent();
    }

    /**
     * Notes the end of a rebuild; a second end changes nothing.
     *
     * @return whether it was the one that counts
     */
    boolean end(RebuildRun run, Rebuild.State how, @Nullable String why, Instant now) {
        return jdbc.sql("""
            update rebuild set state = :state, problem = :problem, ended_at = :now, position = :position,
                   target = :target, seconds = :seconds
            where projection = :projection and run = :run and state = 'RUNNING'""").param("state", how.name())
                .param("problem", why).param("now", at(now)).param("position", run.position)
                .param("target", run.target).param("seconds", run.elapsed()).param("projection", run.name)
                .param("run", run.id).update() == 1;
    }

    /**
     * Notes that a rebuild has lost its instance.
     *
     * @return whether it has; not if it was heard of meanwhile
     */
    boolean lost(Kept kept, String why) {
        return jdbc.sql("""
            update rebuild set state = 'FAILED', problem = :problem, ended_at = now()
            where projection = :projection and run = :run and state = 'RUNNING'
              and seen_at < now() - make_interval(secs => :silent)""").param("problem", why)
                .param("projection", kept.rebuild().projection()).param("run", kept.run())
                .param("silent", SILENT.toSeconds()).update() == 1;
    }

    /** Asks a rebuild to stop, whichever instance runs it. */
    void askToStop(Kept kept) {
        jdbc.sql("update rebuild set cancel_asked = true where projection = ? and run = ? and state = 'RUNNING'")
                .params(kept.rebuild().projection(), kept.run()).update();
    }

    /** The last rebuild of a projection; empty if there was none. */
    Optional<Kept> find(String projection) {
        return jdbc.sql("""
            select *, state = 'RUNNING' and seen_at < now() - make_interval(secs => :silent) as silent
            from rebuild where projection = :projection""").param("silent", SILENT.toSeconds())
                .param("projection", projection).query((row, number) -> kept(row)).optional();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Kept(row.getObject("run", UUID.class),
                Rebuild.of(row.getString("projection"), Rebuild.State.valueOf(row.getString("state")),
                        row.getLong("position"), row.getLong("target"), row.getDouble("seconds"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        ended == null ? null : ended.toInstant(), row.getString("problem")),
                row.getBoolean("silent"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
