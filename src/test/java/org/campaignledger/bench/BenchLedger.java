package org.campaignledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.campaignledger.CampaignLedger;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.NewEvent;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.records.RecordIds;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this JVM on an embedded PostgreSQL, with a campaign in which benchmarks can record. */
final class BenchLedger implements AutoCloseable {

    static final String PASSWORD = "bench-password-1";
    static final String REPORTER = "bench-fj";

    private final Path folder;
    private ConfigurableApplicationContext context;

    BenchLedger() {
        try {
            folder = Files.createTempDirectory("ledger-bench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        context = start();
    }

    private ConfigurableApplicationContext start(String... further) {
        List<String> arguments = new ArrayList<>(List.of(further));
        arguments.addAll(List.of("--server.port=0",
                "--ledger.data-dir=" + folder.resolve("data"), "--ledger.admin-password=" + PASSWORD,
                "--ledger.checker-password=" + PASSWORD, "--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES,
                "--logging.level.root=warn"));
        return new SpringApplication(CampaignLedger.class).run(arguments.toArray(String[]::new));
    }

    /** Stops it; answers its data folder, which is there until this is closed. */
    Path stopped() {
        context.close();
        return folder.resolve("data");
    }

    /** Stops and starts on the same folder with these arguments. */
    void restartWith(String... arguments) {
        context.close();
        context = start(arguments);
    }

    /** Where it answers. */
    String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Stops and starts on the same folder; answers the seconds until the first answered query. */
    double restart(String path) {
        context.close();
        long began = System.nanoTime();
        context = start();
        if (http("admin").get(path).status() != 200) {
            throw new IllegalStateException("no answer after the start");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    RawHttp http(String account) {
        return new RawHttp(context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), account,
                PASSWORD);
    }

    void open() throws IOException {
        try (RawHttp admin = http("admin")) {
            open(admin);
        }
    }

    /** Opens the campaign, its phase and its reporter's account through the door. */
    static void open(RawHttp admin) throws IOException {
        String yaml = new String(CampaignLedger.class.getResourceAsStream("/campaigns/2019.yaml").readAllBytes(),
                StandardCharsets.UTF_8);
        must(admin.post("/api/v1/campaigns", "application/yaml", yaml).status(), 201);
        must(admin.post("/api/v1/campaigns/2019/phases/MOBILISE/open", "application/json", "{}").status(), 200);
        must(admin.post("/api/v1/accounts", "application/json", "{\"username\":\"" + REPORTER
                + "\",\"password\":\"" + PASSWORD + "\",\"role\":\"REPORTER\",\"scope\":\"FJ\"}").status(), 201);
    }

    private static void must(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("expected " + expected + ", got " + status);
        }
    }

    /** Fills the ledger up to so many events, past the door: many events with one append. */
    void fillTo(long events) {
        LedgerStore store = bean(LedgerStore.class);
        EventCodec codec = bean(EventCodec.class);
        String[] units = {"BJ", "TJ", "HE", "SX", "NM", "LN", "JL", "HL", "SH", "JS", "ZJ", "AH", "FJ", "JX", "SD"};
        String correlation = UUID.randomUUID().toString();
        long head = store.head();
        while (head < events) {
            List<NewEvent> batch = new ArrayList<>();
            for (int i = 0; i < Math.min(1_000, events - head); i++) {
                String id = RecordIds.next();
                LocalDate on = LocalDate.of(2019, 5, 1).plusDays((head + i) * 150 / 1_000_000 % 150);
                EventHeld held = new EventHeld(id, "2019", units[(int) ((head + i) % units.length)],
                        EventHeld.Kind.OFFLINE_EVENT, "好网民宣讲 " + id, "职工之家", null, (head + i) % 200, on, null);
                UUID eventId = UUID.randomUUID();
                byte[] metadata = codec.encodeMetadata(Map.of("account", REPORTER, "role", "REPORTER", "scope", "FJ",
                        "campaignVersion", "1", "correlationId", correlation, "eventId", eventId.toString(),
                        "aggregateType", "HeldEvent", "aggregateId", id, "sequence", "0"));
                batch.add(new NewEvent(eventId, "HeldEvent", id, 0, "EventHeld", 1, codec.encode(held), metadata,
                        held.claims(), id, held.unit()));
            }
            head = store.append(Append.of(batch)).lastPosition();
        }
    }

    @Override
    public void close() {
        context.close();
        if (!Files.exists(folder)) {
            return; // closed already
        }
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
