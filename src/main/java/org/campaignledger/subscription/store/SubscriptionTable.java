package org.campaignledger.subscription.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Subscriptions as they are kept. Address and secrets are sealed under a key of the subscription's own, which stands
 * among the keys of persons: it is wrapped anew when the master key is replaced, and destroyed when the subscription
 * ends. It is long because all that is ever asked of these three tables stands here, beside what keeps them together.
 */
@Component
public class SubscriptionTable {

    private static final String CANCELLED = "CANCELLED";

    private final JdbcClient jdbc;
    private final PersonalDataVault vault;
    private final TransactionTemplate together;
    private final JsonMapper json;

    SubscriptionTable(JdbcClient jdbc, PersonalDataVault vault, PlatformTransactionManager transactions,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.together = new TransactionTemplate(transactions);
        this.json = json;
    }

    /**
     * By what a request is known again.
     *
     * @param scope    its idempotency key in its scope; absent where none came
     * @param bodyHash keyed hash of its body
     */
    public record Request(@Nullable String scope, String bodyHash) {}

    /**
     * Makes a subscription, unless one was made for this request before.
     *
     * @param wanted   what is to be kept, not sealed yet
     * @param secrets  what is to be sealed
     * @param linkHash SHA-256 of the link; absent for webhooks
     * @param most     subscriptions of the account that have not ended, this one included
     * @return whether it was made
     * @throws TooMany the account has as many
     */
    public boolean make(Subscription wanted, Secrets secrets, byte @Nullable [] linkHash, Request request, int most) {
        PersonalDataVault.SealedPerson sealed = vault.seal(wanted.id(), secrets.texts());
        return Boolean.TRUE.equals(together.execute(status -> {
            // One account's requests after each other: the bound holds for twins, too.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))").param("subscription " + wanted.account())
                    .query().listOfRows();
            if (request.scope() != null && ofRequest(request.scope()).isPresent()) {
                return false;
            }
            if (open(wanted.account()) >= most) {
                throw new TooMany();
            }
            insert(wanted, sealed.ciphertext(), linkHash, request);
            jdbc.sql("insert into person_key (subject, wrapped) values (?, ?)").param(wanted.id())
                    .param(sealed.wrappedKey()).update();
            note(wanted.id(), wanted.account(), "CREATED", wanted.createdAt());
            return true;
        }));
    }

    /** An account has as many subscriptions as it may. */
    public static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooMany() {
            super("too many subscriptions", null, false, false);
        }
    }

    private int open(String account) {
        return jdbc.sql("select count(*) from subscription where account = ? and state <> 'CANCELLED'").param(account)
                .query(Integer.class).single();
    }

    private void insert(Subscription wanted, String sealed, byte @Nullable [] linkHash, Request request) {
        jdbc.sql("""
            insert into subscription (id, campaign, account, kind, channel, language, terms, sealed, link_hash, state,
                                      create_scope, body_hash, check_at, created_at)
            values (:id, :campaign, :account, :kind, :channel, :language, :terms::jsonb, :sealed, :link, :state,
                    :scope, :hash, :now, :now)""")
                .param("id", wanted.id()).param("campaign", wanted.campaign()).param("account", wanted.account())
                .param("kind", wanted.kind().name()).param("channel", wanted.channel().name())
                .param("language", wanted.language().name())
                .param("terms", json.writeValueAsString(wanted.terms().given())).param("sealed", sealed)
                .param("link", linkHash, java.sql.Types.BINARY).param("state", wanted.state().name())
                .param("scope", request.scope()).param("hash", request.bodyHash())
                .param("now", at(wanted.createdAt())).update();
    }

    /** A subscription that was made for a request, and the hash of that request's body. */
    public record Made(Subscription subscription, String bodyHash) {}

    /** The subscription that was made for a request. */
    public Optional<Made> ofRequest(String scope) {
        return jdbc.sql("select * from subscription where create_scope = ?").param(scope)
                .query((row, number) -> new Made(subscription(row), row.getString("body_hash"))).optional();
    }

    /** The subscription of this id. */
    public Optional<Subscription> find(String id) {
        return jdbc.sql("select * from subscription where id = ?").param(id)
                .query((row, number) -> subscription(row)).optional();
    }

    /** The subscription whose mails hold the link of this SHA-256. */
    public Optional<Subscription> ofLink(byte[] hash) {
        return jdbc.sql("select * from subscription where link_hash = ?").param(hash)
                .query((row, number) -> subscription(row)).optional();
    }

    /**
     * Subscriptions of a campaign, newest first.
     *
     * @param account absent: of everybody
     * @param before  those made before this one; absent: from the newest on
     */
    public List<Subscription> list(String campaign, @Nullable String account, @Nullable String before, int limit) {
        return jdbc.sql("""
            select * from subscription
            where campaign = :campaign and (:account::text is null or account = :account)
              and (:before::text is null or (created_at, id) < (select created_at, id from subscription
                                                                where id = :before))
            order by created_at desc, id desc limit :limit""").param("campaign", campaign).param("account", account)
                .param("before", before).param("limit", limit).query((row, number) -> subscription(row)).list();
    }

    /** Takes one whose turn it is to be looked at; on whichever instance, nobody else gets it before {@code next}. */
    public Optional<Subscription> nextToCheck(Instant now, Instant next) {
        return jdbc.sql("""
            update subscription set check_at = :next where id = (
                select id from subscription where state = 'ACTIVE' and check_at <= :now order by check_at
                for update skip locked limit 1) returning *""").param("next", at(next)).param("now", at(now))
                .query((row, number) -> subscription(row)).optional();
    }

    /** Address and secrets; empty once they are destroyed. */
    public Optional<Secrets> secrets(Subscription of) {
        return of.sealed() == null ? Optional.empty() : vault.open(of.id(), of.sealed()).map(Secrets::of);
    }

    /**
     * A new secret; empty once the subscription has ended.
     *
     * @param next  the secret
     * @param until until when the one before signs as well
     */
    public Optional<Secrets> rotate(String id, String next, Instant until, String by, Instant now) {
        Optional<Secrets> rotated = together.execute(status -> {
            Subscription known = locked(id);
            Optional<Secrets> secrets = secrets(known).map(before -> before.rotated(next, until));
            Optional<String> sealed = secrets.flatMap(made -> vault.sealAgain(id, made.texts()));
            sealed.ifPresent(text -> {
                jdbc.sql("update subscription set sealed = ? where id = ?").param(text).param(id).update();
                note(id, by, "SECRET_CHANGED", now);
            });
            return sealed.isPresent() ? secrets : Optional.empty();
        });
        return rotated == null ? Optional.empty() : rotated;
    }

    private Subscription locked(String id) {
        return jdbc.sql("select * from subscription where id = ? for update").param(id)
                .query((row, number) -> subscription(row)).single();
    }

    /** The address was confirmed; answers whether it had not been before. */
    public boolean confirm(String id, Instant now) {
        return Boolean.TRUE.equals(together.execute(status -> {
            boolean first = jdbc.sql("""
                update subscription set state = 'ACTIVE', check_at = ? where id = ? and state = 'UNCONFIRMED'""")
                    .param(at(now)).param(id).update() == 1;
            if (first) {
                note(id, "", "CONFIRMED", now);
            }
            return first;
        }));
    }

    /** Ends it for good: address and secrets go, what waits is not sent. Answers whether it had not ended before. */
    public boolean cancel(String id, String by, Instant now) {
        return Boolean.TRUE.equals(together.execute(status -> {
            boolean first = jdbc.sql("""
                update subscription set state = 'CANCELLED', sealed = null, ended_at = ?
                where id = ? and state <> 'CANCELLED'""").param(at(now)).param(id).update() == 1;
            if (first) {
                jdbc.sql("delete from person_key where subject = ?").param(id).update();
                jdbc.sql("""
                    update subscription_delivery set state = 'DEAD', outcome = 'cancelled', ended_at = ?
                    where subscription = ? and state = 'WAITING'""").param(at(now)).param(id).update();
                note(id, by, CANCELLED, now);
            }
            return first;
        }));
    }

    /**
     * A change, for whoever asks who did it.
     *
     * @param account who; empty for whoever had the link of a mail
     * @param what    such as {@code CREATED}
     */
    public record Change(String account, String what, Instant at) {}

    /** What was changed, oldest first. */
    public List<Change> changes(String id) {
        return jdbc.sql("select account, what, at from subscription_change where subscription = ? order by id")
                .param(id).query((row, number) -> new Change(row.getString(1), row.getString(2), instant(row, "at")))
                .list();
    }

    /** Notes a change. */
    public void note(String id, String by, String what, Instant now) {
        jdbc.sql("insert into subscription_change (subscription, account, what, at) values (?, ?, ?, ?)").param(id)
                .param(by).param(what).param(at(now)).update();
    }

    private Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(row.getString("id"), row.getString("campaign"), row.getString("account"),
                Kind.valueOf(row.getString("kind")), Channel.valueOf(row.getString("channel")),
                Language.valueOf(row.getString("language")), json.readValue(row.getString("terms"), Terms.class),
                Subscription.State.valueOf(row.getString("state")), row.getString("sealed"),
                instant(row, "created_at"), row.getObject("ended_at") == null ? null : instant(row, "ended_at"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
