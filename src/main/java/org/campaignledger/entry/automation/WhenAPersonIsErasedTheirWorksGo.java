package org.campaignledger.entry.automation;

import java.util.List;

import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.works.Works;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rule 23: a submitter's work files go with them, their digests stay. A work that somebody else submitted too, in another
 * category, is theirs as well and stays. Looks at the register only when that has everything, so that replaying a ledger
 * destroys nothing that a later entry names, nor what was sent again since; done twice it is no harm, and what a crash left undone is done later.
 */
@Component
public class WhenAPersonIsErasedTheirWorksGo {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAPersonIsErasedTheirWorksGo.class);
    private static final String PROJECTION = "entries";
    private static final int AT_ONCE = 500;
    private static final String ORPHANED = """
        select distinct forgotten.fields -> 'work' ->> 'sha256' as sha256
        from entry_register forgotten join work on work.digest = forgotten.fields -> 'work' ->> 'sha256'
        where forgotten.fields ->> 'forgotten' is not null and work.erased_at is null
          and forgotten.fields ->> 'kind' = 'INDIVIDUAL'
          and work.uploaded_at <= (forgotten.fields ->> 'forgotten')::timestamptz
          and not exists (select 1 from entry_register other
                          where other.fields -> 'work' ->> 'sha256' = forgotten.fields -> 'work' ->> 'sha256'
                            and (other.fields ->> 'forgotten' is null or other.fields ->> 'kind' <> 'INDIVIDUAL')
                            and other.valid_to is null)
        limit ?""";

    private final JdbcClient jdbc;
    private final Works works;
    private final LedgerStore store;
    private final ProjectionPositions positions;

    WhenAPersonIsErasedTheirWorksGo(JdbcClient jdbc, Works works, LedgerStore store, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.works = works;
        this.store = store;
        this.positions = positions;
    }

    /** Looks for works whose submitter is erased, and destroys their bytes. */
    @Scheduled(fixedDelayString = "${ledger.schedule-interval:15s}", initialDelayString = "${ledger.schedule-interval:15s}")
    public void look() {
        if (positions.positionOf(PROJECTION) < store.head()) {
            return;
        }
        List<String> orphaned = jdbc.sql(ORPHANED).param(AT_ONCE).query(String.class).list();
        for (String sha256 : orphaned) {
            works.erase(sha256);
            LOG.info("The bytes of work {} were destroyed with the personal data of its submitter", sha256);
        }
    }
}
