package org.campaignledger.exchange.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.exchange.sheet.SheetFile.Format;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports as they are kept. */
@Component
class ImportTable {

    static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of the two files of an import. */
    enum Kept {

        /** The file as it was sent. */
        UPLOAD,
        /** The same sheet with what is wrong with its rows. */
        SHEET;

        String column() {
            return name().toLowerCase(Locale.ROOT) + "_key";
        }
    }

    /**
     * A new import, unless one was begun for this upload before.
     *
     * @param uploadScope the upload's idempotency key in its scope; absent where none came
     * @return whether it is new
     */
    boolean begin(String id, ImportJob.Asked asked, byte[] uploadKey, @Nullable String uploadScope, Instant now) {
        Actor actor = asked.actor();
        return jdbc.sql("""
            insert into import_job (id, home, campaign, kind, account, role, scope, unit, format, digest, language,
                                    dry_run, together, upload_scope, state, upload_key, started_at, changed_at,
                                    seen_at)
            values (:id, :home, :campaign, :kind, :account, :role, :scope, :unit, :format, :digest, :language,
                    :dryRun, :together, :uploadScope, 'RUNNING', :key, :now, :now, now())
            on conflict (upload_scope) do nothing""")
                .param("id", id).param("home", asked.home()).param("campaign", asked.campaign())
                .param("kind", asked.kind()).param("account", actor.account()).param("role", actor.role().name())
                .param("scope", actor.scope()).param("unit", actor.unit()).param("format", asked.format().name())
                .param("digest", asked.digest()).param("language", asked.language().name())
                .param("dryRun", asked.dryRun()).param("together", asked.together())
                .param("uploadScope", uploadScope).param("key", uploadKey).param("now", at(now)).update() == 1;
    }

    /** The import that was begun for an upload. */
    Optional<ImportJob> ofUpload(String uploadScope) {
        return jdbc.sql("select * from import_job where upload_scope = ?").param(uploadScope)
                .query((row, number) -> job(row)).optional();
    }

    Optional<ImportJob> find(String id) {
        return jdbc.sql("select * from import_job where id = ?").param(id).query((row, number) -> job(row)).optional();
    }

    /**
     * Imports, newest first.
     *
     * @param account absent: of everybody
     * @param before  those sent before this id; absent: from the newest on
     */
    List<ImportJob> list(@Nullable String account, @Nullable String campaign, @Nullable String before, int limit) {
        return jdbc.sql("""
            select * from import_job
            where (:account::text is null or account = :account)
              and (:campaign::text is null or campaign = :campaign)
              and (:before::text is null or (started_at, id) < (select started_at, id from import_job
                                                                where id = :before))
            order by started_at desc, id desc limit :limit""").param("account", account).param("campaign", campaign)
                .param("before", before).param("limit", limit).query((row, number) -> job(row)).list();
    }

    /** Imports of an account that have not ended. */
    int running(String account) {
        return jdbc.sql("select count(*) from import_job where account = ? and state = 'RUNNING'").param(account)
                .query(Integer.class).single();
    }

    /** Imports of an instance that have not ended, in the order in which they were sent. */
    List<ImportJob> unfinished(String home) {
        return jdbc.sql("select * from import_job where home = ? and state = 'RUNNING' order by started_at, id")
                .param(home).query((row, number) -> job(row)).list();
    }

    /** The wrapped key of a file; empty once it is forgotten. */
    Optional<byte[]> key(String id, Kept kept) {
        return jdbc.sql("select " + kept.column() + " from import_job where id = ?").param(id)
                .query((row, number) -> Optional.ofNullable(row.getBytes(1))).optional().flatMap(found -> found);
    }

    /** Keeps the key of a file, or forgets it where there is none any more. */
    void keep(String id, Kept kept, byte @Nullable [] key) {
        jdbc.sql("update import_job set " + kept.column() + " = ? where id = ?").param(1, key, java.sql.Types.BINARY)
                .param(2, id).update();
    }

    /** Imports whose sheets are older than that. */
    List<String> sheets(Instant endedBefore) {
        return jdbc.sql("select id from import_job where sheet_key is not null and ended_at < ?")
                .param(at(endedBefore)).query(String.class).list();
    }

    /** An instance says that it is at these, so that no other takes them for left behind. */
    void seen(String home, Set<String> ids) {
        jdbc.sql("""
            update import_job set seen_at = now()
            where home = :home and state = 'RUNNING' and id = any(string_to_array(:ids, ','))""").param("home", home)
                .param("ids", String.join(",", ids)).update();
    }

    /**
     * Makes those an instance's own of which nothing was heard for so long, or which were let go.
     *
     * @param but those that it is still at, though it lost them once
     * @return which
     */
    List<String> takeOver(String home, Duration silence, Set<String> but) {
        return jdbc.sql("""
            update import_job set home = :home, seen_at = now()
            where state = 'RUNNING' and home <> :home and id <> all(string_to_array(:but, ','))
              and (seen_at is null or seen_at < now() - make_interval(secs => :silence))
              and exists (select from import_file as file where file.job = import_job.id and file.kept = 'UPLOAD')
            returning id""").param("home", home).param("but", String.join(",", but))
                .param("silence", silence.toMillis() / 1000.0).query(String.class).list();
    }

    /** An instance that stops lets its imports go: any other may take them over at once. */
    void letGo(String home) {
        jdbc.sql("update import_job set seen_at = null where home = ? and state = 'RUNNING'").param(home).update();
    }

    /** Somebody wants it to stop. */
    void cancel(String id) {
        jdbc.sql("update import_job set cancelled = true where id = ? and state = 'RUNNING'").param(id).update();
    }

    boolean isCancelled(String id) {
        return jdbc.sql("select cancelled from import_job where id = ?").param(id).query(Boolean.class).single();
    }

    /** A run begins: how many have begun since it last came forward, this one included. */
    int attempt(String id) {
        return jdbc.sql("update import_job set attempts = attempts + 1 where id = ? returning attempts").param(id)
                .query(Integer.class).single();
    }

    /** Unfinished imports of which nobody has heard since then and whose file nobody has but another instance. */
    List<ImportJob> silent(String home, Instant since) {
        return jdbc.sql("""
            select * from import_job where state = 'RUNNING' and home <> ? and changed_at < ?
              and not exists (select from import_file as file where file.job = id and file.kept = 'UPLOAD')""")
                .param(home).param(at(since)).query((row, number) -> job(row)).list();
    }

    /** How many rows there are to be dealt with. */
    void total(String id, long rows) {
        jdbc.sql("update import_job set rows_total = ? where id = ?").param(rows).param(id).update();
    }

    /** All rows were written together. */
    void written(String id, long position) {
        jdbc.sql("update import_job set rows_written = rows_read, position = ? where id = ? and state = 'RUNNING'")
                .param(position).param(id).update();
    }

    /** The end, with which file and key go; nothing if it has ended, or another instance has it. */
    void end(ImportJob job, ImportJob.State state, @Nullable Problem refusal, Instant now) {
        jdbc.sql("""
            with ended as (
                update import_job set state = :state, refusal = :code, refusal_arguments = :arguments::jsonb,
                                      upload_key = null, ended_at = :now, changed_at = :now
                where id = :id and home = :home and state = 'RUNNING' returning id),
            claims as (delete from import_claim using ended where job = ended.id)
            delete from import_file using ended where job = ended.id and kept = 'UPLOAD'""").param("state", state
                .name())
                .param("code", refusal == null ? null : refusal.code())
                .param("arguments", refusal == null ? null : json.writeValueAsString(refusal.arguments()))
                .param("now", at(now)).param("id", job.id()).param("home", job.asked().home()).update();
    }

    private ImportJob job(ResultSet row) throws SQLException {
        String refusal = row.getString("refusal");
        ImportJob.Asked asked = new ImportJob.Asked(row.getString("home"), row.getString("campaign"), row.getString(
                "kind"),
                new Actor(row.getString("account"), Role.valueOf(row.getString("role")), row.getString("scope"),
                        row.getString("unit")),
                Format.valueOf(row.getString("format")), row.getString("digest"), row.getBoolean("dry_run"),
                row.getBoolean("together"), Language.valueOf(row.getString("language")));
        return new ImportJob(row.getString("id"), asked, ImportJob.State.valueOf(row.getString("state")),
                refusal == null
                        ? null
                        : Problem.of("", refusal, json.readValue(row.getString("refusal_arguments"), OBJECT)),
                new ImportJob.Counts(row.getLong("rows_total"), row.getLong("rows_read"), row.getLong("rows_written"),
                        row.getLong("rows_again"), row.getLong("rows_refused")),
                row.getLong("settled_row"), row.getLong("position"), row.getDouble("rate"), instant(row, "started_at"),
                instant(row, "changed_at"), row.getObject("ended_at") == null ? null : instant(row, "ended_at"),
                row.getBytes("sheet_key") != null, row.getBoolean("cancelled"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
