package org.campaignledger.seal.verify;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.campaignledger.platform.cli.Bar;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.cli.Password;
import org.campaignledger.platform.cli.SignIn;
import org.campaignledger.seal.verify.event.Ticker;
import org.campaignledger.seal.verify.note.WitnessPolicy;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Archive;
import org.campaignledger.seal.verify.source.Door;
import org.campaignledger.seal.verify.source.Service;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: whether a ledger, running or archived, is what was sealed. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
        "Verifies a ledger: that of a running service, or an archive, which needs no network.",
        "Exit code 0: all holds; 1: something is wrong, the first line says what and where; 2: could not be checked."})
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "URL or ARCHIVE", description = "Address of a service, or file of an archive.")
    String what = "";

    @Option(names = "--user", paramLabel = "NAME", description = "Account of an AUDITOR or ADMIN: payloads and figures"
            + " are made again too. Password from " + Password.VARIABLE + ", or asked for; not needed with a token"
            + " in " + SignIn.TOKEN + ".")
    @Nullable
    String user;

    @Option(names = "--key", paramLabel = "VKEY", description = "The log's verifier key; otherwise the one it tells.")
    List<String> keys = new ArrayList<>();

    @Option(names = "--witness", paramLabel = "VKEY", description = "A witness's key, whose cosignature is demanded.")
    List<String> witnesses = new ArrayList<>();

    @Option(names = "--quorum", paramLabel = "K", description = "How many witnesses must have cosigned.")
    @Nullable
    Integer quorum;

    @Option(names = "--last-seen", paramLabel = "FILE", description = "Keeps the checkpoint that was verified, and"
            + " refuses one that goes back on it.")
    @Nullable
    Path lastSeen;

    private final SignIn signIn;

    /** The command, with the password or token of the environment. */
    public VerifyCommand() {
        this(SignIn.ofTheEnvironment());
    }

    VerifyCommand(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Integer call() {
        CommandSpec given = spec;
        if (given == null) {
            throw new IllegalStateException("only to be run by a command line");
        }
        PrintWriter out = given.commandLine().getOut();
        PrintWriter err = given.commandLine().getErr();
        Bar bar = new Bar(err);
        try {
            List<String> told = verified((counted, done, of) -> bar.show(counted, done, of, ""));
            bar.end();
            told.forEach(out::println);
            return 0;
        } catch (Wrong wrong) {
            bar.end();
            out.println(wrong.getMessage());
            wrong.evidence().forEach(text -> out.println("\n" + text));
            return CommandLines.WRONG;
        } catch (Verdict | IOException failure) {
            bar.end();
            String why = failure.getMessage();
            err.println("could not be checked: " + (why == null ? failure.toString() : why));
            return CommandLines.NOT_DONE;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private List<String> verified(Ticker ticker) throws IOException, Verdict {
        Policy policy = new Policy(WitnessPolicy.keys(keys), WitnessPolicy.keys(witnesses), quorum, lastSeen);
        if (!what.startsWith("http://") && !what.startsWith("https://")) {
            try (Archive archive = new Archive(Path.of(what))) {
                return Verification.of(archive, policy, ticker);
            }
        }
        Door door = Door.to(what);
        String authorization = authorization();
        try (Service service = new Service(door, authorization == null ? door : door.signedIn(authorization))) {
            return Verification.of(service, authorization != null, policy, ticker);
        }
    }

    private @Nullable String authorization() throws NotChecked {
        try {
            return signIn.authorization(user);
        } catch (IOException nobodyTells) {
            throw new NotChecked(String.valueOf(nobodyTells.getMessage()));
        }
    }
}
