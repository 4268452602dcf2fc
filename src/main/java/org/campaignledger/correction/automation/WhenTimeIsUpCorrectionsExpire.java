package org.campaignledger.correction.automation;

import java.util.List;
import org.campaignledger.correction.write.CorrectionCommand;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.messaging.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Rule 19: an undecided correction expires. Any number of instances may say so: the second finds it ended already. Until
 * it is said, a decision that comes too late is refused all the same.
 */
@Component
public class WhenTimeIsUpCorrectionsExpire {

    private static final Logger LOG = LoggerFactory.getLogger(WhenTimeIsUpCorrectionsExpire.class);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Commands commands;
    private final LedgerClock clock;

    WhenTimeIsUpCorrectionsExpire(JdbcClient jdbc, Commands commands, LedgerClock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    /** Looks for corrections whose time is up, and ends them. */
    @Scheduled(fixedDelayString = "${ledger.schedule-interval:15s}", initialDelayString = "${ledger.schedule-interval:15s}")
    public void look() {
        List<String> overdue = jdbc.sql("""
            select id from correction_register where state = 'REQUESTED' and valid_to is null
            and (fields ->> 'expiresAt')::timestamptz <= ?::timestamptz order by position limit ?""")
                .params(clock.now().toString(), AT_ONCE).query(String.class).list();
        overdue.forEach(this::end);
    }

    private void end(String id) {
        try {
            commands.send(new CorrectionCommand.ExpireCorrection(id), Commands.Origin.system());
        } catch (Refused alreadyEnded) {
            LOG.debug("Correction {} does not expire any more ({})", id, alreadyEnded.code());
        } catch (AppendFailure later) {
            LOG.warn("Correction {} expires later ({})", id, later.getMessage());
        }
    }
}
