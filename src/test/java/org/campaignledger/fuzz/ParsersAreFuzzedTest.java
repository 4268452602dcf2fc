package org.campaignledger.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every parser of uploads and bodies, fuzzed for some seconds; {@code -Dfuzz.seconds=600} for as long as one likes. */
class ParsersAreFuzzedTest {

    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);
    private static final String OURS = "org.campaignledger.";

    @TempDir
    static Path folder;

    private static Future<Fuzzer.Found> parsers;
    private static Future<Fuzzer.Found> broken;

    /** Side by side: most of their time is the fuzzer's start. */
    @BeforeAll
    static void begin() {
        parsers = THREADS.submit(() -> new Fuzzer(EveryParserFuzz.class, List.of(OURS + "exchange.sheet.**",
                OURS + "platform.works.*", OURS + "platform.works.media.**", OURS + "platform.web.body.**",
                OURS + "fuzz.**")).run(Files.createDirectories(folder.resolve("parsers")), EveryParserFuzz.seeds()));
        broken = THREADS.submit(() -> new Fuzzer(BrokenFuzz.class, List.of(OURS + "fuzz.**"))
                .run(Files.createDirectories(folder.resolve("broken")), List.of("{}".getBytes(
                        StandardCharsets.UTF_8))));
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @Test
    void whateverComesIsReadOrRefused() throws Exception {
        Fuzzer.Found outcome = parsers.get();
        assertThat(outcome.exitCode()).as(outcome::said).isZero();
        assertThat(outcome.runs()).as(outcome::said).isGreaterThan(100);
    }

    /** A check that cannot fail is none: this one is given something that breaks. */
    @Test
    void whatBreaksIsFound() throws Exception {
        Fuzzer.Found outcome = broken.get();
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.said()).contains("whoever sends this breaks it");
    }
}
