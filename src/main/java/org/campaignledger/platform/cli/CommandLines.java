package org.campaignledger.platform.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Runs the jar's commands, such as {@code verify}. Exit codes: 0 it is done or holds, 1 something is wrong, 2 it could
 * not be done, a wrong option included (API, "Starting it").
 */
public final class CommandLines {

    /** Something is wrong with what was looked at. */
    public static final int WRONG = 1;
    /** It could not be done. */
    public static final int NOT_DONE = 2;

    private final CommandLine root;

    @Command(name = "campaign-ledger", mixinStandardHelpOptions = true, version = "campaign-ledger", description = "Without a command: starts the ledger service.")
    private static final class Root {}

    /**
     * A command line that knows these commands.
     *
     * @param commands each annotated with picocli's {@link Command}
     */
    public CommandLines(List<Supplier<? extends Callable<Integer>>> commands) {
        root = new CommandLine(CommandSpec.forAnnotatedObject(new Root()));
        commands.forEach(command -> root.addSubcommand(command.get()));
        root.setExecutionExceptionHandler(CommandLines::told);
    }

    /** What a command could not do is one sentence; the trace is for whoever asks with {@code -Dledger.trace}. */
    private static int told(Exception failure, CommandLine line, CommandLine.ParseResult result) {
        PrintWriter err = line.getErr();
        err.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        if (System.getProperty("ledger.trace") != null) {
            failure.printStackTrace(err);
        }
        return NOT_DONE;
    }

    /** Where answers and errors go, for tests. */
    public CommandLines writingTo(PrintWriter out, PrintWriter err) {
        root.setOut(out);
        root.setErr(err);
        return this;
    }

    /** Runs the command that is named first; empty if it is none of these, hence a start of the service. */
    public OptionalInt run(String... args) {
        boolean ours = args.length > 0 && (root.getSubcommands().containsKey(args[0])
                || List.of("--help", "-h", "--version", "-V").contains(args[0]));
        return ours ? OptionalInt.of(root.execute(args)) : OptionalInt.empty();
    }
}
