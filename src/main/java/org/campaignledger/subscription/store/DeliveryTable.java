package org.campaignledger.subscription.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.platform.records.RecordIds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is to be sent, and what was: the outbox. */
@Component
public class DeliveryTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DeliveryTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Something to tell, unless this occasion is known.
     *
     * @return its id; empty if the occasion was known
     */
    public Optional<String> add(String subscription, String occasion, String kind, JsonNode content, long position,
            Instant now) {
        String id = RecordIds.next();
        int added = jdbc.sql("""
            insert into subscription_delivery (id, subscription, occasion, kind, content, position, state, next_at,
                                               created_at)
            values (:id, :subscription, :occasion, :kind, :content::jsonb, :position, 'WAITING', :now, :now)
            on conflict (subscription, occasion) do nothing""").param("id", id).param("subscription", subscription)
                .param("occasion", occasion).param("kind", kind).param("content", json.writeValueAsString(content))
                .param("position", position).param("now", SubscriptionTable.at(now)).update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Whether an occasion is known. */
    public boolean knows(String subscription, String occasion) {
        return jdbc.sql("select count(*) from subscription_delivery where subscription = ? and occasion = ?")
                .param(subscription).param(occasion).query(Integer.class).single() > 0;
    }

    /**
     * Takes what is due longest, and begins an attempt: until {@code until} nobody else gets it. Whoever dies with it
     * has made an attempt, and somebody else makes the next. An account has one attempt at a time: its receivers, if they
     * are slow, hold up its own messages and nobody else's. (Two that claim at the same moment may get one each.)
     *
     * @param mails whether mails are sent at all; otherwise they stay where they are
     */
    public Optional<Delivery> claim(Instant now, Instant until, boolean mails) {
        return jdbc.sql("""
            update subscription_delivery set claimed_until = :until, attempts = attempts + 1, attempted_at = :now
            where id = (
                select d.id from subscription_delivery d join subscription s on s.id = d.subscription
                where d.state = 'WAITING' and d.next_at <= :now
                  and (d.claimed_until is null or d.claimed_until <= :now)
                  and (s.channel <> 'EMAIL' or :mails)
                  and not exists (select from subscription_delivery d2 join subscription s2 on s2.id = d2.subscription
                                  where d2.state = 'WAITING' and d2.claimed_until > :now and s2.account = s.account)
                order by d.next_at for update of d skip locked limit 1) returning *""")
                .param("until", SubscriptionTable.at(until)).param("now", SubscriptionTable.at(now))
                .param("mails", mails).query((row, number) -> delivery(row)).optional();
    }

    /**
     * How an attempt has ended. Changes nothing where another attempt was begun since.
     *
     * @param next when it is tried again; absent once it is sent or given up
     */
    public void settle(Delivery attempted, Delivery.State state, String outcome, @Nullable Integer status,
            @Nullable Instant next, Instant now) {
        jdbc.sql("""
            update subscription_delivery
            set state = :state, outcome = :outcome, status = :status, claimed_until = null,
                next_at = coalesce(:next, next_at), ended_at = :ended
            where id = :id and state = 'WAITING' and attempts = :attempts""").param("state", state.name())
                .param("outcome", outcome).param("status", status)
                .param("next", next == null ? null : SubscriptionTable.at(next),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", next == null ? SubscriptionTable.at(now) : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", attempted.id()).param("attempts", attempted.attempts()).update();
    }

    /** Sends again what was given up; answers whether it was. */
    public boolean again(String id, Instant now) {
        return jdbc.sql("""
            update subscription_delivery
            set state = 'WAITING', forgiven = attempts, next_at = ?, ended_at = null, claimed_until = null
            where id = ? and state = 'DEAD'""").param(SubscriptionTable.at(now)).param(id).update() == 1;
    }

    /** One of a subscription. */
    public Optional<Delivery> find(String subscription, String id) {
        return jdbc.sql("select * from subscription_delivery where subscription = ? and id = ?").param(subscription)
                .param(id).query((row, number) -> delivery(row)).optional();
    }

    /**
     * Those of a subscription, newest first.
     *
     * @param before those made before this one; absent: from the newest on
     */
    public List<Delivery> list(String subscription, @Nullable String before, int limit) {
        return jdbc.sql("""
            select * from subscription_delivery
            where subscription = :subscription
              and (:before::text is null or (created_at, id) < (select created_at, id from subscription_delivery
                                                                where id = :before))
            order by created_at desc, id desc limit :limit""").param("subscription", subscription)
                .param("before", before).param("limit", limit).query((row, number) -> delivery(row)).list();
    }

    /**
     * How it goes with a subscription.
     *
     * @param waiting to be sent
     * @param dead    given up
     * @param sent    taken
     * @param last    when the last one was taken; absent before the first
     */
    public record Tally(long waiting, long dead, long sent, @Nullable Instant last) {

        /** Of one that was sent nothing yet. */
        public static final Tally NONE = new Tally(0, 0, 0, null);
    }

    /** How it goes with each of these subscriptions; one that was sent nothing yet is there, too. */
    public Map<String, Tally> tallies(Collection<String> subscriptions) {
        Map<String, Tally> tallies = new HashMap<>();
        subscriptions.forEach(each -> tallies.put(each, Tally.NONE));
        jdbc.sql("""
            select subscription, count(*) filter (where state = 'WAITING') as waiting,
                   count(*) filter (where state = 'DEAD') as dead, count(*) filter (where state = 'SENT') as sent,
                   max(ended_at) filter (where state = 'SENT') as last
            from subscription_delivery where subscription = any(?) group by subscription""")
                .param(subscriptions.toArray(String[]::new))
                .query(row -> {
                    tallies.put(row.getString("subscription"), new Tally(row.getLong("waiting"), row.getLong("dead"),
                            row.getLong("sent"), row.getObject("last") == null
                                    ? null
                                    : SubscriptionTable.instant(row, "last")));
                });
        return tallies;
    }

    /** How many are in this state, of all. */
    public long count(Delivery.State state) {
        return jdbc.sql("select count(*) from subscription_delivery where state = '" + state.name() + "'")
                .query(Long.class).single();
    }

    /** How many of this type a subscription was given since then. */
    public long since(String subscription, String kind, Instant since) {
        return jdbc.sql("""
            select count(*) from subscription_delivery where subscription = ? and kind = ? and created_at > ?""")
                .param(subscription).param(kind).param(SubscriptionTable.at(since)).query(Long.class).single();
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getString("id"), row.getString("subscription"), row.getString("occasion"),
                row.getString("kind"), json.readTree(row.getString("content")), row.getLong("position"),
                Delivery.State.valueOf(row.getString("state")), row.getInt("attempts"), row.getInt("forgiven"),
                SubscriptionTable.instant(row, "next_at"), row.getString("outcome"),
                row.getObject("status", Integer.class), SubscriptionTable.instant(row, "created_at"),
                row.getObject("attempted_at") == null ? null : SubscriptionTable.instant(row, "attempted_at"),
                row.getObject("ended_at") == null ? null : SubscriptionTable.instant(row, "ended_at"));
    }
}
