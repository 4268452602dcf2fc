package org.campaignledger.measure.read.measures;

import org.campaignledger.platform.works.WorkReferences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Measures refer to documents, also once they are reversed: history stays to be read. */
@Component
class ReferredDocuments implements WorkReferences {

    private final JdbcClient jdbc;

    ReferredDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean isReferred(String sha256) {
        return jdbc.sql("select exists (select 1 from measure_register where fields ->> 'document' = ?)")
                .param(sha256).query(Boolean.class).single();
    }
}
