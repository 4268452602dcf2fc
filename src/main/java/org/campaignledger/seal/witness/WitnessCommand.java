package org.campaignledger.seal.witness;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.campaignledger.seal.verify.note.WitnessPolicy;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Door;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code witness}: cosigns a log's checkpoints as long as the log only grows. */
@Command(name = "witness", mixinStandardHelpOptions = true, description = {
        "Cosigns the checkpoint of a service if the log has only grown since the last one; or, with --listen, those"
                + " that logs bring (C2SP tlog-witness).",
        "Exit code 0: cosigned; 1: the log went back on what it showed, both checkpoints are kept; 2: not done."})
public final class WitnessCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "URL", description = "Address of the service.")
    @Nullable
    String url;

    @Option(names = "--state", required = true, paramLabel = "FILE", description = "What was seen; made at first.")
    Path state = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the witness, when its key is made.")
    @Nullable
    String name;

    @Option(names = "--witness-key", paramLabel = "FILE", description = "Its key; otherwise FILE.key beside the state.")
    @Nullable
    Path keyFile;

    @Option(names = "--log-key", paramLabel = "VKEY", description = "A log's verifier key; otherwise the one that is"
            + " seen first. With --listen: the logs that are known.")
    List<String> logKeys = new ArrayList<>();

    @Option(names = "--every", paramLabel = "SECONDS", description = "Look again and again.")
    @Nullable
    Integer everySeconds;

    @Option(names = "--no-submit", description = "Do not hand the cosignature to the log.")
    boolean noSubmit;

    @Option(names = "--listen", paramLabel = "PORT", description = "Serve the witness protocol.")
    @Nullable
    Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Where to listen.", defaultValue = "127.0.0.1")
    String bind = "127.0.0.1";

    @Option(names = "--show-key", description = "Print the witness's verifier key.")
    boolean showKey;

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec given = spec;
        if (given == null) {
            throw new IllegalStateException("only to be run by a command line");
        }
        PrintWriter out = given.commandLine().getOut();
        PrintWriter err = given.commandLine().getErr();
        try {
            run(out, err);
            return 0;
        } catch (Wrong wrong) {
            out.println(wrong.getMessage());
            wrong.evidence().forEach(text -> out.println("\n" + text));
            return CommandLines.WRONG;
        } catch (Verdict | IOException failure) {
            err.println("not done: " + why(failure));
            return CommandLines.NOT_DONE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static String why(Exception failure) {
        String why = failure.getMessage();
        return why == null ? failure.toString() : why;
    }

    private void run(PrintWriter out, PrintWriter err) throws IOException, Verdict, InterruptedException {
        WitnessKey key = key();
        List<VerifierKey> logs = WitnessPolicy.keys(logKeys);
        Witness witness = new Witness(state, key, InstantSource.system());
        if (showKey) {
            out.println(key.verifier());
        } else if (port != null) {
            listen(witness, logs, out, err, port);
        } else if (url != null) {
            try (Door door = Door.to(url)) {
                look(new PollingWitness(door, witness, logs), out, err);
            }
        } else {
            throw new NotChecked("a URL, --listen or --show-key is needed");
        }
    }

    private WitnessKey key() throws IOException, Verdict {
        String wanted = name == null ? "campaign-ledger-witness" : name;
        Path file = keyFile == null ? state.resolveSibling(state.getFileName() + ".key") : keyFile;
        WitnessKey key = WitnessKey.in(file, wanted);
        if (name != null && !key.verifier().name().equals(name)) {
            throw new NotChecked("the key in " + file + " is that of " + key.verifier().name());
        }
        return key;
    }

    private static void listen(Witness witness, List<VerifierKey> logs, PrintWriter out, PrintWriter err,
            String bind, int port) throws IOException, NotChecked, InterruptedException {
        if (logs.isEmpty()) {
            throw new NotChecked("no log is known: name one with --log-key");
        }
        try (WitnessServer server = new WitnessServer(new InetSocketAddress(bind, port), witness, logs, err)) {
            out.println("listening on " + bind + ":" + server.port() + " as " + witness.verifier());
            out.flush();
            new CountDownLatch(1).await();
        }
    }

    private void listen(Witness witness, List<VerifierKey> logs, PrintWriter out, PrintWriter err, int on)
            throws IOException, NotChecked, InterruptedException {
        listen(witness, logs, out, err, bind, on);
    }

    private void look(PollingWitness witness, PrintWriter out, PrintWriter err)
            throws IOException, Verdict, InterruptedException {
        if (everySeconds == null) {
            round(witness, out);
            return;
        }
        while (true) {
            try {
                round(witness, out);
            } catch (NotChecked | IOException notNow) {
                err.println("not done: " + why(notNow));
                err.flush();
            }
            Thread.sleep(Duration.ofSeconds(Math.max(1, everySeconds)));
        }
    }

    private void round(PollingWitness witness, PrintWriter out) throws IOException, Verdict {
        PollingWitness.Round round = witness.look();
        out.println("COSIGNED size " + round.checkpoint().size() + " root " + round.checkpoint().rootText() + " origin "
                + round.checkpoint().origin());
        out.println(round.ours().line());
        out.flush();
        if (!noSubmit) {
            out.println("the log took it: " + witness.submit(round));
            out.flush();
        }
    }
}
