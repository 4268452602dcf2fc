package org.campaignledger.judging.automation;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.write.JudgingCommand;
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
 * A closing takes two steps, and whoever does it may die between them: then no score is taken and there is no ranking.
 * After a while the ledger makes it by itself; it is the same ranking, whoever makes it. Any number of instances may try.
 */
@Component
public class WhenAClosingStopsHalfwayItIsFinished {

    private static final Logger LOG = LoggerFactory.getLogger(WhenAClosingStopsHalfwayItIsFinished.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Commands commands;
    private final LedgerClock clock;

    WhenAClosingStopsHalfwayItIsFinished(JdbcClient jdbc, Commands commands, LedgerClock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    private record Halfway(String campaign, String category) {}

    /** Looks for closings that have stood still for a minute. */
    @Scheduled(fixedDelayString = "${ledger.schedule-interval:15s}", initialDelayString = "${ledger.schedule-interval:15s}")
    public void look() {
        finish(PATIENCE);
    }

    /** Finishes closings that have stood still for so long. */
    void finish(Duration patience) {
        List<Halfway> halfway = jdbc.sql(
                "select campaign, category from judging where stage = 'ENDED' and changed <= ?::timestamptz")
                .param(clock.now().minus(patience).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Halfway(row.getString(1), row.getString(2))).list();
        halfway.forEach(this::finish);
    }

    private void finish(Halfway judging) {
        String id = JudgingEvent.judging(judging.campaign(), judging.category());
        try {
            commands.send(new JudgingCommand.CloseJudging(id, judging.campaign(), judging.category()),
                    Commands.Origin.system());
        } catch (Refused closedMeanwhile) {
            LOG.debug("The judging {} is not closed by the ledger ({})", id, closedMeanwhile.code());
        } catch (AppendFailure later) {
            LOG.warn("The judging {} is closed later ({})", id, later.getMessage());
        }
    }
}
