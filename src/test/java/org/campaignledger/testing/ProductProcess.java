package org.campaignledger.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.campaignledger.CampaignLedger;

/** The product started as its users start it, in a process of its own. */
public final class ProductProcess {

    private static final long PATIENCE_MINUTES = 10;

    private ProductProcess() {}

    /** What a command has said, and its exit code. */
    public record Said(int exitCode, String text, double seconds) {}

    /** Runs one of the product's commands to its end. */
    public static Said run(Path folder, Map<String, String> environment, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        return runWithout("", folder, environment, options, arguments);
    }

    /** The same without the jars whose names begin like this; with all of them if it is empty. */
    public static Said runWithout(String leftOut, Path folder, Map<String, String> environment, List<String> options,
            List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(options);
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", classPathArgument(folder, leftOut),
                CampaignLedger.class.getName()));
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(arguments + " does not end");
        }
        return new Said(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8),
                (System.nanoTime() - began) / 1e9);
    }

    /** The program that runs the product. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A file of arguments with the class path, which is too long for some command lines. */
    public static String classPathArgument(Path folder) throws IOException {
        return classPathArgument(folder, "");
    }

    private static String classPathArgument(Path folder, String leftOut) throws IOException {
        Path arguments = folder.resolve("java.arguments");
        Files.writeString(arguments, "-cp \"" + classPath(leftOut) + "\"");
        return "@" + arguments;
    }

    /** Without the tests' own classes, which the product's scan would find. */
    private static String classPath(String leftOut) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String tests = Path.of(ProductProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toAbsolutePath().toString();
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).toAbsolutePath().toString().equals(tests))
                .filter(entry -> leftOut.isEmpty() || !Path.of(entry).getFileName().toString().startsWith(leftOut))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
