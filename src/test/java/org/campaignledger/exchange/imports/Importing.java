package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import tools.jackson.databind.JsonNode;

/** A sheet that somebody sent, and what became of it. */
public final class Importing {

    private final Desk desk;
    private final Answer taken;
    private final JsonNode ended;

    private Importing(Desk desk, Answer taken) {
        this.desk = desk;
        this.taken = taken;
        this.ended = await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50))
                .until(() -> desk.gets(taken.location()).isShown().json(),
                        job -> !job.path("state").stringValue().equals("RUNNING"));
    }

    /** Sends a sheet and waits until it has ended. */
    public static Importing of(Desk desk, String kind, byte[] file) {
        return sent(desk, kind, file);
    }

    /** The same only looked through. */
    public static Importing dry(Desk desk, String kind, byte[] file) {
        return sent(desk, kind + "?dryRun=true", file);
    }

    /** The same whole, or not at all. */
    public static Importing whole(Desk desk, String kind, byte[] file) {
        return sent(desk, kind + "?allOrNothing=true", file);
    }

    private static Importing sent(Desk desk, String kindAndQuery, byte[] file) {
        Answer taken = desk.uploads(desk.path("imports/" + kindAndQuery), file);
        assertThat(taken.status()).as(taken::toString).isEqualTo(202);
        assertThat(taken.location()).isEqualTo("/api/v1/imports/" + taken.id());
        return new Importing(desk, taken);
    }

    /** Its id. */
    public String id() {
        return taken.id();
    }

    /** How it was answered once it had ended. */
    public JsonNode json() {
        return ended;
    }

    /** It ended like this, with so many rows written and refused. */
    public Importing is(String state, long written, long refused) {
        assertThat(ended.path("state").stringValue()).as(ended::toString).isEqualTo(state);
        assertThat(ended.path("written").longValue()).as(ended::toString).isEqualTo(written);
        assertThat(ended.path("refused").longValue()).as(ended::toString).isEqualTo(refused);
        return this;
    }

    /** So many of the rows had been written before. */
    public Importing again(long rows) {
        assertThat(ended.path("again").longValue()).as(ended::toString).isEqualTo(rows);
        return this;
    }

    /** The file as a whole was not taken. */
    public Importing isRefusedFor(String code) {
        assertThat(ended.path("state").stringValue()).as(ended::toString).isEqualTo("REFUSED");
        assertThat(ended.at("/refusal/code").stringValue()).as(ended::toString).isEqualTo(code);
        assertThat(ended.at("/refusal/message").stringValue()).isNotBlank();
        return this;
    }

    /** What is wrong, as row, field and code. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        ended.path("rows").forEach(row -> row.path("errors").forEach(error -> {
            assertThat(error.path("message").stringValue()).isNotBlank();
            problems.add(row.path("row").longValue() + " " + error.path("field").stringValue() + " "
                    + error.path("code").stringValue());
        }));
        return problems;
    }

    /** What the register holds once it has caught up. */
    public JsonNode register(String kind) {
        return desk.reads(kind + "?limit=500&waitFor=" + desk.gets("/api/v1/imports/" + id()).position()).isShown()
                .at("/items");
    }

    /** The sheet with its errors. */
    public byte[] sheet() {
        return desk.gets("/api/v1/imports/" + id() + "/sheet").isShown().bytes();
    }
}
