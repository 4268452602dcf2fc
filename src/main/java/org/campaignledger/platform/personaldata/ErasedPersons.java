package org.campaignledger.platform.personaldata;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who was erased, for a ledger that is being restored: known before any key is brought back, and before anything is served,
 * whatever engine keeps the events. The projection of persons says the same later on.
 */
public final class ErasedPersons {

    private ErasedPersons() {}

    /**
     * Erases these persons again: their keys go, and none is brought back from now on. Done twice it is no harm.
     *
     * @param positions by subject, that of the receipt
     */
    public static void eraseAgain(JdbcClient jdbc, Map<String, Long> positions) {
        positions.forEach((subject, position) -> {
            jdbc.sql("insert into person_erased (subject, position) values (?, ?) on conflict do nothing")
                    .params(subject, position).update();
            jdbc.sql("delete from person_key where subject = ?").param(subject).update();
        });
    }
}
