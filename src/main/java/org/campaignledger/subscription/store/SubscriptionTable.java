package org.campaignledger.subscription.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
 * among the keys of persons under a name that is no person's: it is wrapped anew when the master key is replaced, and destroyed when the subscription
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
     * @param bounds   how many the account may have
     * @param within   what is kept together with it or not at all
     * @return whether it was made
     * @throws TooMany the account has as many
     */
    public boolean make(Subscription wanted, Secrets secrets, byte @Nullable [] linkHash, Request request,
            Bounds bounds,
            Runnable within) {
        PersonalDataVault.SealedPerson sealed = vault.seal(subject(wanted.id()), secrets.texts());
        return Boolean.TRUE.equals(together.execute(status -> {
            // One account's requests after each other: the bound holds for twins, too.
            jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))").param("subscription " + wanted.account())
                    .query().listOfRows();
            if (request.scope() != null && ofRequest(request.scope()).isPresent()) {
                return false;
            }
            mustBeWithin(bounds, wanted);
            insert(wanted, sealed.ciphertext(), linkHash, request);
            jdbc.sql("insert into person_key (subject, wrapped) values (?, ?)").param(subject(wanted.id()))
                    .param(sealed.wrappedKey()).update();
            note(wanted.id(), wanted.account(), "CREATED", wanted.createdAt());
            within.run();
            return true;
        }));
    }

    /**
     * How many an account may have.
     *
     * @param open          subscriptions that have not ended, the new one included
     * @param confirmations mails that ask for a confirmation within a day, of those that have ended as well: nobody is to
     *                      fill the boxes of strangers
     */
    public record Bounds(int open, int confirmations) {}

    /** An account has as many as it may. */
    public static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int most;

        TooMany(String code, int most) {
            super(code, null, false, false);
            this.most = most;
        }

        /** The code of the refusal. */
        public String code() {
            return String.valueOf(getMessage());
        }

        /** How many it may have. */
        public int most() {
            return most;
        }
    }

    private void mustBeWithin(Bounds bounds, Subscription wanted) {
        if (open(wanted.account()) >= bounds.open()) {
            throw new TooMany("too-many-subscriptions", bounds.open());
        }
        if (wanted.channel() == Channel.EMAIL && jdbc.sql("""
            select count(*) from subscription where account = ? and channel = 'EMAIL' and created_at > ?""")
                .param(wanted.account()).param(at(wanted.createdAt().minus(Duration.ofDays(1))))
                .query(Integer.class).single() >= bounds.confirmations()) {
            throw new TooMany("too-many-confirmations", bounds.confirmations());
        }
    }

    /** The name of its key: with a colon, which no person's id has, so that nobody can take it for a person. */
    private static String subject(String id) {
        return "subscription:" + id;
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
        return of.sealed() == null ? Optional.empty() : vault.open(subject(of.id()), of.sealed()).map(Secrets::of);
    }

    /**
     * A new secret; empty once the subscription has ended. The request that made the one in force makes no other.
     *
     * @param next what is wanted: the secret, until when the one before signs as well, and by which request
     * @param at   the real time, by which secrets end
     */
    public Optional<Secrets> rotate(String id, Secrets.Rotation next, Instant at, String by, Instant now) {
        Optional<Secrets> rotated = together.execute(status -> {
            Optional<Secrets> known = secrets(locked(id));
            if (known.filter(before -> before.isOf(next)).isPresent()) {
                return known;
            }
            Optional<Secrets> secrets = known.map(before -> before.rotated(next, at));
            Optional<String> sealed = secrets.flatMap(made -> vault.sealAgain(subject(id), made.texts()));
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
                jdbc.sql("delete from person_key where subject = ?").param(subject(id)).update();
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
