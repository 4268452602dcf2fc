package org.campaignledger.judging.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.campaignledger.door.JudgedCategory;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Progress is counted as rows change, and what is counted is what is there. */
@AtTheDoor
class ProgressIsCountedTest {

    private static final String COUNTED = """
        select judge || ' ' || assigned || ' ' || scored || ' ' || recused from judging_judge
        where campaign = ? order by 1""";
    private static final String THERE = """
        select judge || ' ' || count(*) filter (where not recused) || ' ' || count(scored) filter (where not recused)
               || ' ' || count(*) filter (where recused)
        from judging_seat where campaign = ? group by judge order by 1""";
    private static final String TALLIED = """
        select scores || ' ' || entries from judging_tally where campaign = ? and entries <> 0 order by 1""";
    private static final String ENTRIES = """
        select coalesce(scores, 0) || ' ' || count(*) from judging_entry left join judging_panel using (entry)
        where campaign = ? and state = 'RECOMMENDED' group by coalesce(scores, 0) order by 1""";

    private final JudgedCategory judging;
    private final Ledger ledger;

    ProgressIsCountedTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger();
    }

    /** Three entries; one is scored by two judges and again by one of them, one loses a judge, one leaves. */
    private Answer eventfulJudging() {
        List<String> entries = judging.recommended("fj", 3);
        judging.opened();
        for (String entry : entries) {
            judging.assigned(entry, "judge-bj");
            judging.assigned(entry, "judge-sh");
        }
        judging.scores("judge-bj", entries.get(0), 3, 4).isDone();
        judging.scores("judge-sh", entries.get(0), 5, 6).isDone();
        judging.scores("judge-bj", entries.get(0), 7, 8).isDone();
        judging.scores("judge-sh", entries.get(1), 1, 1).isDone();
        ledger.as("judge-sh").posts("/api/v1/entries/" + entries.get(1) + "/recuse").isDone();
        return judging.host().posts("/api/v1/entries/" + entries.get(2) + "/disqualify",
                new Form().with("reason", "作品不符合征集要求")).isDone();
    }

    private JsonNode progress(Answer last) {
        return judging.host().reads("categories/activity/judging?waitFor=" + last.position()).isShown().json();
    }

    private List<String> rows(String sql) {
        return ledger.database().sql(sql).param(ledger.campaign()).query(String.class).list();
    }

    @Test
    void everyJudgeAndEveryEntryAsItStands() {
        JsonNode progress = progress(eventfulJudging());
        assertThat(progress.at("/entries/recommended").longValue()).isEqualTo(2);
        assertThat(progress.at("/entries/withEnoughScores").longValue()).isEqualTo(1);
        assertThat(progress.get("judges")).extracting(judge -> judge.get("judge").stringValue() + " "
                + judge.get("assigned") + " " + judge.get("scored") + " " + judge.get("recused"))
                .containsExactly("judge-bj 3 1 0", "judge-sh 2 1 1");
        assertThat(rows(COUNTED)).isEqualTo(rows(THERE));
        assertThat(rows(TALLIED)).isEqualTo(rows(ENTRIES)).containsExactly("0 1", "2 1");
    }

    @Test
    void whoIsHandedEventsTwiceCountsThemOnce() {
        progress(eventfulJudging());
        List<String> judges = rows(COUNTED);
        List<String> entries = rows(TALLIED);
        List<LedgerEntry> again = new ArrayList<>();
        LedgerStore store = ledger.bean(LedgerStore.class);
        EventCodec codec = ledger.bean(EventCodec.class);
        store.stream(0, store.head(), recorded -> {
            LedgerEntry entry = codec.decode(recorded);
            if (entry.event().reference() != null && ledger.campaign().equals(entry.event().reference().campaign())) {
                again.add(entry);
            }
        });
        Projection projection = ledger.all(Projection.class).stream().filter(one -> one.name().equals("judging"))
                .findFirst().orElseThrow();
        new TransactionTemplate(ledger.bean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> projection.apply(again, Tables.LIVE));
        assertThat(again).isNotEmpty();
        assertThat(rows(COUNTED)).isEqualTo(judges).isEqualTo(rows(THERE));
        assertThat(rows(TALLIED)).isEqualTo(entries).isEqualTo(rows(ENTRIES));
    }
}
