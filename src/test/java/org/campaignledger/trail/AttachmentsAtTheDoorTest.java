package org.campaignledger.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.attachments.Attachments;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may read the whole trail may save what its events name by digest. */
@AtTheDoor
class AttachmentsAtTheDoorTest {

    private final Ledger ledger;
    private final Attachment list = Attachment.of("text/csv;charset=utf-8",
            "记录\nr-1\n".getBytes(StandardCharsets.UTF_8));

    AttachmentsAtTheDoorTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @BeforeEach
    void oneIsKept() {
        ledger.bean(Attachments.class).bringBack(list);
    }

    private String path() {
        return "/api/v1/attachments/" + list.sha256();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void itIsHandedOutByteForByte(String account) {
        Answer answer = ledger.as(account).gets(path() + "?waitFor=1").isShown();
        assertThat(answer.bytes()).isEqualTo(list.bytes());
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment").contains(list.sha256());
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void itMayBeKeptForGoodByWhoHasAskedForIt() {
        assertThat(ledger.asAuditor().gets(path()).isShown().header("Cache-Control"))
                .contains("private", "immutable", "max-age=31536000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fj", "host-video", "judge-fj"})
    void othersAreRefused(String account) {
        ledger.as(account).gets(path()).isRefusedWith(403, "wrong-role");
    }

    @Test
    void whatIsNotKeptIsNotFound() {
        Answer none = ledger.asAuditor().gets("/api/v1/attachments/" + "0".repeat(64)).isRefusedWith(404, "not-found");
        assertThat(none.header("Cache-Control")).isEqualTo("no-store");
        ledger.asAuditor().gets("/api/v1/attachments/none").isRefusedWith(404, "not-found");
    }

    @Test
    void itWaitsForThePositionThatIsAskedFor() {
        ledger.asAuditor().gets(path() + "?waitFor=" + (ledger.head() + 1_000_000)).isRefusedWith(503,
                "not-fresh-yet");
    }
}
