package org.campaignledger.platform.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.union;

import java.util.ArrayList;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a register with any number of records, no more are held than somebody asks for. */
@AtTheDoor
class RecordsInForceTest {

    private final Ledger ledger;

    RecordsInForceTest(Ledger ledger) {
        this.ledger = ledger.withAnotherCampaign();
    }

    private List<String> newest(int most) {
        RegisterProjection register = ledger.all(RegisterProjection.class).stream()
                .filter(one -> one.name().equals("mobilizations")).findFirst().orElseThrow();
        List<String> ids = new ArrayList<>();
        new TransactionTemplate(ledger.bean(PlatformTransactionManager.class)).executeWithoutResult(
                status -> ledger.bean(RecordsInForce.class).newest(register, ledger.campaign(), most,
                        some -> some.forEach(record -> ids.add(record.id()))));
        return ids;
    }

    @Test
    void thoseMadeLastAreHandedOverTheNewestFirst() {
        List<String> made = new ArrayList<>();
        long last = 0;
        for (int i = 0; i < 5; i++) {
            Answer one = ledger.as("fj").mobilizes(union("榕江第" + i + "纺织公司工会").code("NEWEST000" + i)).on("2019-06-01")
                    .isRecorded();
            made.addFirst(one.id());
            last = one.position();
        }
        ledger.asAdmin().reads("mobilizations?waitFor=" + last).isShown();
        assertThat(newest(3)).isEqualTo(made.subList(0, 3));
        assertThat(newest(100)).isEqualTo(made);
    }
}
