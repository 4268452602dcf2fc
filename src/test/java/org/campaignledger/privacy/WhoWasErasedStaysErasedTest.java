package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aPerson;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.campaignledger.platform.personaldata.KeyBackup;
import org.campaignledger.platform.personaldata.KeyRestore;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 23: a restore of keys applies every PersonalDataErased again, whichever of the two came back first. */
@AtTheDoor
class WhoWasErasedStaysErasedTest {

    private final Ledger ledger;

    @TempDir
    Path folder;

    WhoWasErasedStaysErasedTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private Answer recruited() {
        return ledger.as("fj").recruits(aPerson()).on("2019-06-01").isRecorded();
    }

    private String subjectOf(Answer recruited) {
        return ledger.asAdmin().gets(recruited.location() + "?waitFor=" + recruited.position()).isShown()
                .at("/subject").stringValue();
    }

    private boolean isErased(Answer recruited) {
        return ledger.as("fj").gets(recruited.location()).isShown().at("/erased").booleanValue();
    }

    @Test
    void whenKeysComeBackIntoALedger() throws Exception {
        Answer gone = recruited();
        Answer kept = recruited();
        Path file = folder.resolve("keys");
        DataSource database = ledger.bean(DataSource.class);
        new KeyBackup(database, ledger.bean(LedgerKeys.class)).writeTo(file, Instant.now());
        ledger.asAdmin().erases(subjectOf(gone), "本人申请").isDone();
        ledger.database().sql("delete from person_key where subject = ?").param(subjectOf(kept)).update();
        assertThat(isErased(kept)).isTrue();
        KeyRestore.Restored restored = new KeyRestore(database, ledger.bean(LedgerKeys.class), false).from(file);
        assertThat(restored.restored()).isEqualTo(1);
        assertThat(restored.erased()).isPositive();
        assertThat(isErased(kept)).isFalse();
        assertThat(isErased(gone)).isTrue();
    }

    @Test
    void whenEventsComeBackToKeys() {
        Answer gone = recruited();
        String subject = subjectOf(gone);
        byte[] key = ledger.database().sql("select wrapped from person_key where subject = ?").param(subject)
                .query(byte[].class).single();
        Answer erased = ledger.asAdmin().erases(subject, "本人申请").isDone();
        assertThat(ledger.bean(ProjectionPositions.class).await("persons", erased.position(), Duration.ofSeconds(10)))
                .isTrue();
        ledger.database().sql("insert into person_key (subject, wrapped) values (?, ?)")
                .params(subject, key).update();
        assertThat(isErased(gone)).isFalse();
        String rebuild = "/api/v1/operations/projections/persons/rebuild";
        assertThat(ledger.asAdmin().posts(rebuild).status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(isErased(gone)).isTrue());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(ledger.asAdmin().gets(rebuild).text())
                .contains("DONE"));
    }
}
