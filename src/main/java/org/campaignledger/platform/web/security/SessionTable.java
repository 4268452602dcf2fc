package org.campaignledger.platform.web.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sessions in the database, by its clock: one look-up by primary key for a request. They end after some time without
 * use ({@code ledger.sessions.idle}), after some time in any case ({@code .absolute}), and while the code is awaited after
 * ten minutes.
 */
@Component
class SessionTable implements SignInSessions {

    private static final Duration FOR_THE_CODE = Duration.ofMinutes(10);
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final String LIVES = " ends_at > now() and last_seen_at > now() - make_interval(secs => :idle)";
    private static final String FIND = """
        select account, version, factor, last_seen_at < now() - make_interval(secs => :every) as unseen
        from sign_in_session where id_hash = :hash and""" + LIVES;
    private static final String BEGIN = """
        insert into sign_in_session (id_hash, account, version, factor, browser, ends_at)
        values (:hash, :account, :version, :factor, :browser, now() + make_interval(secs => :lasts))""";
    /** Only where no other instance has just done it. */
    private static final String SEEN = """
        update sign_in_session set last_seen_at = now()
        where id_hash = :hash and last_seen_at < now() - make_interval(secs => :every)""";
    private static final String OF = """
        select browser, created_at, last_seen_at, ends_at, id_hash = :asking as asking from sign_in_session
        join account_login on username = account and position = version and not disabled
            and (not second_factor or factor = 'PASSED')
        where account = :account and factor <> 'AWAITED' and""" + LIVES
            + " order by last_seen_at desc, created_at desc";

    private final JdbcClient jdbc;
    private final Duration idle;
    private final Duration absolute;
    private final Duration every;

    /**
     * Over this database.
     *
     * @throws IllegalArgumentException a time that is no time, or shorter than ten seconds
     */
    SessionTable(JdbcClient jdbc, @Value("${ledger.sessions.idle:30m}") Duration idle,
            @Value("${ledger.sessions.absolute:12h}") Duration absolute) {
        if (idle.toSeconds() < 10 || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "ledger.sessions.idle is ten seconds or more, and ledger.sessions.absolute"
                            + " not shorter");
        }
        this.jdbc = jdbc;
        this.idle = idle;
        this.absolute = absolute;
        Duration part = idle.dividedBy(10);
        this.every = part.compareTo(WRITTEN_EVERY) < 0 ? part : WRITTEN_EVERY;
    }

    @Override
    public void begin(byte[] hash, Session session, String browser) {
        jdbc.sql(BEGIN).param("hash", hash).param("account", session.account()).param("version", session.version())
                .param("factor", session.factor().name()).param("browser", browser)
                .param("lasts", (session.factor() == Factor.AWAITED ? FOR_THE_CODE : absolute).toSeconds()).update();
    }

    private record Found(Session session, boolean unseen) {}

    @Override
    public Optional<Session> find(byte[] hash) {
        Optional<Found> found = jdbc.sql(FIND).param("hash", hash).param("idle", idle.toSeconds())
                .param("every", every.toSeconds())
                .query((row, number) -> new Found(new Session(row.getString("account"), row.getLong("version"),
                        Factor.valueOf(row.getString("factor"))), row.getBoolean("unseen")))
                .optional();
        if (found.isPresent() && found.get().unseen()) {
            jdbc.sql(SEEN).param("hash", hash).param("every", every.toSeconds()).update();
        }
        return found.map(Found::session);
    }

    @Override
    public void end(byte[] hash) {
        jdbc.sql("delete from sign_in_session where id_hash = ?").param(hash).update();
    }

    @Override
    public int endAll(String account) {
        return jdbc.sql("delete from sign_in_session where account = ?").param(account).update();
    }

    @Override
    public List<Listed> of(String account, byte[] asking) {
        return jdbc.sql(OF).param("account", account).param("asking", asking).param("idle", idle.toSeconds())
                .query((row, number) -> new Listed(row.getString("browser"), at(row, "created_at"),
                        at(row, "last_seen_at"), at(row, "ends_at"), row.getBoolean("asking")))
                .list();
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public int wrongCode(byte[] hash) {
        return jdbc.sql("update sign_in_session set wrong_codes = wrong_codes + 1 where id_hash = ?"
                + " returning wrong_codes").param(hash).query(Integer.class).optional().orElse(0);
    }

    @Override
    public void passed(byte[] hash) {
        jdbc.sql("update sign_in_session set factor = 'PASSED' where id_hash = ?").param(hash).update();
    }

    /** What has ended goes, every ten minutes; with it forms that waited for nobody. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 300_000)
    void sweep() {
        jdbc.sql("delete from sign_in_session where not (" + LIVES + ")").param("idle", idle.toSeconds()).update();
        jdbc.sql("delete from kept_form where created_at < now() - interval '30 minutes'").update();
    }
}
