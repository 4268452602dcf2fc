package org.campaignledger.judging.read;

import java.util.List;
import java.util.Optional;

import org.campaignledger.judging.ledger.JudgingRows;
import org.campaignledger.judging.ledger.JudgingsInTheLedger;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.judging.model.Jury;
import org.campaignledger.platform.rules.JudgingDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether something is judged now, and by whom, comes from the ledger itself; lists come from rows. */
@Component
class JudgingDeskFromRows implements JudgingDesk {

    private static final String ASSIGNED = """
        select entry from judging_seat where judge = ? and campaign = ? and not recused and place > ?
        order by place limit ?""";

    private final JudgingsInTheLedger ledger;
    private final JdbcClient jdbc;

    JudgingDeskFromRows(JudgingsInTheLedger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Override
    public boolean isOpen(String campaign, String category) {
        Judging.Stage stage = ledger.judging(campaign, category).state().stage();
        return stage == Judging.Stage.OPEN || stage == Judging.Stage.ENDED;
    }

    @Override
    public boolean isAssigned(String judge, String entry) {
        Jury.Place place = ledger.jury(entry).state().of(judge);
        return place != null && !place.recused();
    }

    @Override
    public Optional<Award> award(String campaign, String category, String entry) {
        return Optional.ofNullable(ledger.judging(campaign, category).state().awards().get(entry))
                .map(award -> new Award(award.level(), award.occurredOn(), ledger.positionOf(award)));
    }

    @Override
    public List<String> assigned(String judge, String campaign, @Nullable String after, int limit) {
        return jdbc.sql(ASSIGNED).params(judge, campaign, after == null ? "" : JudgingRows.place(judge, after), limit)
                .query(String.class).list();
    }
}
