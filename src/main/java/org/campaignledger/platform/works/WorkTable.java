package org.campaignledger.platform.works;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.platform.works.media.Redaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The rows of works. */
@Component
class WorkTable {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    WorkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A work that is there.
     *
     * @param facts       what it is
     * @param orientation how a picture is stored
     * @param redaction   of its redacted copy
     */
    record Row(WorkFacts facts, int orientation, Redaction redaction) {}

    /** Whoever else keeps, erases or sweeps the same bytes waits until the end of the transaction. */
    void lock(String sha256) {
        // Files are kept and destroyed meanwhile, with object stores over the network.
        jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('work ' || ?, 0))").param(sha256)
                .query((row, number) -> 0).single();
    }

    /** The same without waiting: whether nobody else is at these bytes. */
    boolean tryLock(String sha256) {
        jdbc.sql("set local idle_in_transaction_session_timeout = 0").update();
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('work ' || ?, 0))").param(sha256)
                .query(Boolean.class).single();
    }

    /** Whether there is a row, of something that is there or not; one of an upload that is under way is none. */
    boolean isKnown(String sha256) {
        return jdbc.sql("select exists (select from work where digest = ? and arriving_at is null)").param(sha256)
                .query(Boolean.class).single();
    }

    /** Says of a work without a row that it was erased. */
    void putErased(String sha256, Instant now) {
        jdbc.sql("""
            insert into work (digest, uploaded_at, uploaded_by, wanted_at, erased_at)
            values (:digest, :now, '', :now, :now) on conflict do nothing""").param("digest", sha256).param("now", at(
                now)).update();
    }

    /** Works that are erased and not on their way again, in the order of their digests. */
    List<String> erased(String after, int most) {
        return jdbc.sql("""
            select digest from work where erased_at is not null and arriving_at is null and digest > ?
            order by digest limit ?""").params(after, most).query(String.class).list();
    }

    /** Whether a work is erased, and not on its way again. */
    boolean isErased(String sha256) {
        return jdbc.sql("""
            select exists (select from work where digest = ? and erased_at is not null and arriving_at is null)""")
                .param(sha256).query(Boolean.class).single();
    }

    Optional<Row> find(String sha256) {
        return jdbc.sql("select facts::text, orientation, redaction from work where digest = ? and erased_at is null")
                .param(sha256)
                .query((row, number) -> new Row(JSON.readValue(row.getString(1), WorkFacts.class), row.getInt(2),
                        Redaction.ofBytes(row.getBytes(3))))
                .optional();
    }

    /** Says that bytes are about to be kept: a row of something that is not there. */
    void announce(String sha256, Instant now) {
        jdbc.sql("""
            insert into work (digest, uploaded_at, uploaded_by, wanted_at, erased_at, arriving_at)
            values (:digest, :now, '', :now, :now, :now)
            on conflict (digest) do update set arriving_at = excluded.arriving_at,
            uploaded_at = case when work.arriving_at = work.uploaded_at then excluded.uploaded_at
            else work.uploaded_at end,
            wanted_at = case when work.arriving_at = work.uploaded_at then excluded.wanted_at else work.wanted_at end,
            erased_at = case when work.arriving_at = work.uploaded_at then excluded.erased_at else work.erased_at end
            where work.erased_at is not null""")
                .param("digest", sha256).param("now", at(now)).update();
    }

    List<String> announcedBefore(Instant then) {
        return jdbc.sql("select digest from work where arriving_at < ?").param(at(then)).query(String.class).list();
    }

    /** Of bytes that were announced and never came nothing is left; of a work that was erased before, that it is. */
    boolean clear(String sha256, Instant announcedBefore) {
        if (jdbc.sql("""
            delete from work where digest = ? and arriving_at < ? and facts is null
            and uploaded_at = arriving_at and wanted_at = arriving_at and erased_at = arriving_at""")
                .params(sha256, at(announcedBefore)).update() > 0) {
            return true;
        }
        return jdbc.sql("update work set arriving_at = null where digest = ? and arriving_at < ?")
                .params(sha256, at(announcedBefore)).update() > 0;
    }

    void put(Row row, String account, Instant now) {
        jdbc.sql("""
            insert into work (digest, facts, orientation, redaction, uploaded_at, uploaded_by, wanted_at)
            values (:digest, :facts::jsonb, :orientation, :redaction, :now, :account, :now)
            on conflict (digest) do update set facts = excluded.facts, orientation = excluded.orientation,
            redaction = excluded.redaction, uploaded_at = case when work.erased_at is null then work.uploaded_at
            else excluded.uploaded_at end, wanted_at = excluded.wanted_at, erased_at = null,
            arriving_at = null, uploaded_by = case when work.uploaded_by = '' then excluded.uploaded_by
            else work.uploaded_by end""")
                .param("digest", row.facts().sha256()).param("facts", JSON.writeValueAsString(row.facts()))
                .param("orientation", row.orientation()).param("redaction", row.redaction().toBytes())
                .param("now", at(now)).param("account", account).update();
        jdbc.sql("""
            insert into work_upload (digest, account, uploaded_at) values (?, ?, ?) on conflict do nothing""")
                .params(row.facts().sha256(), account, at(now)).update();
    }

    /** Whether a work is there, which from now on is wanted for another while. */
    boolean want(String sha256, Instant now) {
        return jdbc.sql("update work set wanted_at = ? where digest = ? and erased_at is null")
                .params(at(now), sha256).update() > 0;
    }

    /** Which of these are there. */
    Set<String> areThere(Set<String> digests) {
        return Set.copyOf(jdbc.sql("select digest from work where digest in (:digests) and erased_at is null")
                .param("digests", digests).query(String.class).list());
    }

    boolean isUploadedBy(String sha256, String account) {
        return jdbc.sql("select count(*) from work_upload where digest = ? and account = ?").params(sha256, account)
                .query(Long.class).single() > 0;
    }

    /** Leaves the digest, and that it is gone; who sent it is forgotten as well. */
    void erase(String sha256, Instant now) {
        jdbc.sql("update work set facts = null, redaction = '', orientation = 1, uploaded_by = '', erased_at = ?"
                + " where digest = ? and erased_at is null").params(at(now), sha256).update();
        jdbc.sql("delete from work_upload where digest = ?").param(sha256).update();
        jdbc.sql("delete from work_upload_key where digest = ?").param(sha256).update();
    }

    List<String> unwantedSince(Instant then, String after, int most) {
        return jdbc.sql("""
            select digest from work where erased_at is null and wanted_at < ? and digest > ? order by digest limit ?""")
                .params(at(then), after, most).query(String.class).list();
    }

    boolean forget(String sha256, Instant unwantedSince) {
        return jdbc.sql("delete from work where digest = ? and erased_at is null and wanted_at < ?")
                .params(sha256, at(unwantedSince)).update() > 0;
    }

    Optional<String> answered(String scope) {
        return jdbc.sql("select digest from work_upload_key where scope = ?").param(scope).query(String.class)
                .optional();
    }

    /** The digest with which the key was used first, this time or before. */
    String answer(String scope, String sha256, Instant now) {
        jdbc.sql("insert into work_upload_key (scope, digest, answered_at) values (?, ?, ?) on conflict do nothing")
                .params(scope, sha256, at(now)).update();
        return answered(scope).orElse(sha256);
    }

    void forgetAnswersBefore(Instant then) {
        jdbc.sql("delete from work_upload_key where answered_at < ?").param(at(then)).update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
