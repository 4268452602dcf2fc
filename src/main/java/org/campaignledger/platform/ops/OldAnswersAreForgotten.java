package org.campaignledger.platform.ops;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Answers to idempotency keys are kept 90 days (API, "Commands"), then forgotten, a few thousand at a time. */
@Component
class OldAnswersAreForgotten {

    private final JdbcClient jdbc;

    OldAnswersAreForgotten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs once an hour. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    public void forget() {
        int gone;
        do {
            gone = jdbc.sql("""
                delete from idempotent_answer where scope in (select scope from idempotent_answer
                where answered_at < now() - interval '90 days' limit 5000)""").update();
        } while (gone == 5_000);
    }
}
