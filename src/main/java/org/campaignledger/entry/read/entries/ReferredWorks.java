package org.campaignledger.entry.read.entries;

import org.campaignledger.platform.works.WorkReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries refer to works: those that they name now, and those that they named before they were amended. */
@Component
class ReferredWorks implements WorkReferences {

    private final JdbcClient jdbc;

    ReferredWorks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isReferred(String sha256) {
        return jdbc.sql("select exists (select 1 from entry_register where fields -> 'work' ->> 'sha256' = ?)")
                .param(sha256).query(Boolean.class).single();
    }
}
