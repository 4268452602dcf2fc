package org.campaignledger.platform.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.AnAppend;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.AppendFailure;
import org.campaignledger.platform.eventstore.LedgerDatabase;
import org.campaignledger.platform.eventstore.PostgresLedgerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attachments are kept with the append that names them, once, and are given out as they were kept or not at all. */
class AttachmentsTest {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource readers = database.pool(2, "test-reader");
    private final PostgresLedgerStore store = new PostgresLedgerStore(readers,
            database.pool(2, LedgerDatabase.WRITER), () -> Instant.EPOCH, new SimpleMeterRegistry());
    private final Attachments attachments = new Attachments(JdbcClient.create(readers));
    private final Attachment list = Attachment.of("application/json",
            "[\"r-1\",\"r-2\"]".getBytes(StandardCharsets.UTF_8));

    @AfterEach
    void close() {
        store.close();
        readers.close();
    }

    private void append(String aggregate, Attachment... kept) {
        Append plain = AnAppend.of(aggregate, 0, 1).build();
        store.append(new Append(plain.events(), List.of(), null, List.of(),
                Arrays.stream(kept).map(attachments::keep).toList()));
    }

    @Test
    void whatIsKeptIsFoundByItsDigest() {
        append("a", list);
        Attachment found = attachments.find(list.sha256()).orElseThrow();
        assertThat(found.bytes()).isEqualTo(list.bytes());
        assertThat(found.mediaType()).isEqualTo("application/json");
    }

    @Test
    void whatIsNotKeptOrNoDigestIsNotFound() {
        assertThat(attachments.find(list.sha256())).isEmpty();
        assertThat(attachments.find("' or true --")).isEmpty();
    }

    @Test
    void anAppendThatIsRefusedKeepsNone() {
        append("a");
        assertThatThrownBy(() -> append("a", list)).isInstanceOf(AppendFailure.class);
        assertThat(attachments.find(list.sha256())).isEmpty();
    }

    @Test
    void theSameBytesAreKeptOnceUnderTheirFirstMediaType() {
        append("a", list, list);
        append("b", Attachment.of("text/plain", list.bytes()));
        attachments.bringBack(list);
        assertThat(database.texts("select media_type from attachment")).containsExactly("application/json");
    }

    @Test
    void theTableIsAppendOnlyAndTakesNothingUnderAnotherDigest() {
        append("a", list);
        for (String statement : List.of("update attachment set bytes = 'x'", "delete from attachment",
                "truncate attachment")) {
            assertThatThrownBy(() -> database.run(statement)).hasStackTraceContaining("attachment is append-only");
        }
        assertThatThrownBy(() -> database.run(
                "insert into attachment (digest, media_type, bytes) values (sha256('x'), 'text/plain', 'y')"))
                .hasStackTraceContaining("attachment_has_its_digest");
    }

    @Test
    void aRowThatWasChangedBehindTheLedgersBackIsNotHandedOut() {
        append("a", list);
        database.run("alter table attachment disable trigger all",
                "alter table attachment drop constraint attachment_has_its_digest",
                "update attachment set bytes = '[]'");
        assertThatThrownBy(() -> attachments.find(list.sha256())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("attachment-changed");
            assertThat(refused.violations().getFirst().arguments()).isEqualTo(
                    Map.of("digest", list.sha256()));
        });
    }
}
