package org.campaignledger.subscription.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.campaignledger.subscription.model.AnAlertIsToldOnceUntilItRecovers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What alerts have told of. What is known, what follows and what is to be sent are one transaction under the lock of the
 * subscription's row: of two that look at the same time, the second finds that it was told.
 */
@Component
public class Crossings {

    private final JdbcClient jdbc;
    private final DeliveryTable deliveries;
    private final TransactionTemplate together;

    Crossings(JdbcClient jdbc, DeliveryTable deliveries, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.together = new TransactionTemplate(transactions);
    }

    /**
     * Takes what was found.
     *
     * @param over      subjects over the threshold
     * @param recovered subjects that have come back
     * @param content   what is told of those that crossed just now
     * @param position  the position that it reflects
     */
    public void settle(Subscription of, List<String> over, Set<String> recovered,
            Function<List<String>, JsonNode> content, long position, Instant now) {
        together.executeWithoutResult(status -> {
            boolean stands = jdbc.sql("select id from subscription where id = ? and state = 'ACTIVE' for update")
                    .param(of.id()).query(String.class).optional().isPresent();
            if (!stands) {
                return;
            }
            AnAlertIsToldOnceUntilItRecovers.Outcome outcome = AnAlertIsToldOnceUntilItRecovers.decide(known(of.id(),
                    over, recovered), over, recovered);
            outcome.changed().forEach((subject, crossing) -> keep(of.id(), subject, crossing));
            if (!outcome.told().isEmpty()) {
                deliveries.add(of.id(), outcome.occasion(), of.kind().type(), content.apply(outcome.told()), position,
                        now);
            }
        });
    }

    private Map<String, AnAlertIsToldOnceUntilItRecovers.Crossing> known(String subscription, List<String> over,
            Set<String> recovered) {
        // Of these alone anything is decided: what was told of long ago is not read at every look.
        Set<String> asked = new HashSet<>(over);
        asked.addAll(recovered);
        Map<String, AnAlertIsToldOnceUntilItRecovers.Crossing> known = new HashMap<>();
        jdbc.sql(
                """
                    select subject, standing, crossings from subscription_crossing where subscription = ? and subject = any(?)""")
                .param(subscription).param(asked.toArray(String[]::new)).query(row -> {
                    known.put(row.getString(1), new AnAlertIsToldOnceUntilItRecovers.Crossing(row.getBoolean(2), row
                            .getInt(3)));
                });
        return known;
    }

    private void keep(String subscription, String subject, AnAlertIsToldOnceUntilItRecovers.Crossing crossing) {
        jdbc.sql("""
            insert into subscription_crossing (subscription, subject, standing, crossings) values (?, ?, ?, ?)
            on conflict (subscription, subject) do update
            set standing = excluded.standing, crossings = excluded.crossings""").param(subscription).param(subject)
                .param(crossing.standing()).param(crossing.crossings()).update();
    }
}
