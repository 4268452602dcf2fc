package org.campaignledger.platform.eventstore;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends whose rows were taken back since their events had not come in time. Should Axon Server write one nevertheless, its
 * events stand without claims and answers. Where others came before it, the tail sees it at another position than it was
 * written for; where it comes alone it stands just there, and only who remembers it can tell.
 */
final class GivenUpAppends {

    private static final Logger LOG = LoggerFactory.getLogger(GivenUpAppends.class);

    private final JdbcClient jdbc;
    private final AtomicLong late = new AtomicLong();

    GivenUpAppends(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** To be called before the rows are taken back: an instance that dies in between has noted one too many. */
    void note(PreparedAppends.Name name) {
        jdbc.sql("insert into axon_server_given_up (event_id, position) values (?, ?) on conflict do nothing")
                .params(name.eventId(), name.position()).update();
    }

    /** Its rows were committed after all. */
    void wasWritten(PreparedAppends.Name name) {
        jdbc.sql("delete from axon_server_given_up where event_id = ?").param(name.eventId()).update();
    }

    /**
     * Looks whether any has come. What has not within a day is forgotten; what has is kept, and told once as an error.
     *
     * @param eventAt the id of the event that stands at a position now, null if there is none
     */
    void look(LongFunction<@Nullable UUID> eventAt) {
        List<PreparedAppends.Name> open = jdbc.sql("select position, event_id from axon_server_given_up"
                + " where came_at is null").query((row, number) -> new PreparedAppends.Name(row.getLong(1),
                        row.getObject(2, UUID.class))).list();
        for (PreparedAppends.Name name : open) {
            if (name.eventId().equals(eventAt.apply(name.position())) && jdbc.sql("update axon_server_given_up"
                    + " set came_at = now() where event_id = ? and came_at is null").param(name.eventId())
                    .update() == 1) {
                LOG.error(
                        "Event {} has come to stand at {} after its append had been given up: what should stand beside"
                                + " it, claims and answers, was taken back. See docs/axon-server.md", name.eventId(),
                        name
                                .position());
            }
        }
        if (!open.isEmpty()) {
            jdbc.sql(
                    "delete from axon_server_given_up where came_at is null and given_up_at < now() - interval '1 day'")
                    .update();
        }
        late.set(jdbc.sql("select count(*) from axon_server_given_up where came_at is not null").query(Long.class)
                .single());
    }

    /** How many had come when it was last looked, on whichever instance they were noticed. */
    long late() {
        return late.get();
    }
}
