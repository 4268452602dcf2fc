package org.campaignledger.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.testing.ProductProcess;

/**
 * Jazzer in a process of its own: it changes inputs towards what has not been run yet, with its detectors on. Its seed is
 * always the same, unless {@code -Dfuzz.seed=} gives another; {@code -Dfuzz.seconds=} makes it longer.
 *
 * @param target class with {@code fuzzerTestOneInput}
 * @param packages whose classes show it the way
 */
record Fuzzer(Class<?> target, List<String> packages) {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 6);
    private static final long SEED = Long.getLong("fuzz.seed", 12_351);
    private static final long START_SECONDS = 180;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");

    /**
     * What came of it.
     *
     * @param exitCode 0 where nothing was found
     * @param runs     inputs that were tried
     * @param said     by the fuzzer: the last of it
     */
    record Found(int exitCode, long runs, String said) {}

    @Override
    public String toString() {
        return target.getSimpleName();
    }

    /** Tries inputs until the time is over or one is found that is neither read nor refused. */
    Found run(Path folder, List<byte[]> seeds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed-" + i), seeds.get(i));
        }
        Path kept = Files.createDirectories(Path.of("target", "fuzz", toString()).toAbsolutePath());
        Path arguments = folder.resolve("java.arguments");
        Files.writeString(arguments, "-cp \"" + System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")) + "\"");
        List<String> command = new ArrayList<>(List.of(ProductProcess.java(), "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow", "--enable-native-access=ALL-UNNAMED", "@" + arguments,
                "com.code_intelligence.jazzer.Jazzer", "--target_class=" + target.getName(),
                "--instrumentation_includes=" + String.join(File.pathSeparator, packages),
                "--reproducer_path=" + kept, "-artifact_prefix=" + kept + File.separator, "-max_len=16384",
                "-timeout=60", "-rss_limit_mb=2048", "-max_total_time=" + SECONDS, "-seed=" + SEED,
                corpus.toString()));
        Path output = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        if (!process.waitFor(START_SECONDS + SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException(this + " does not end");
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Matcher done = DONE.matcher(said);
        Found found = new Found(process.exitValue(), done.find() ? Long.parseLong(done.group(1)) : 0,
                said.substring(Math.max(0, said.length() - 6_000)));
        System.out.println("fuzzed " + this + ": " + found.runs() + " inputs in " + SECONDS + " s, seed " + SEED);
        return found;
    }
}
