package org.campaignledger.seal.verify;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.cli.SignIn;

/**
 * What a command told.
 *
 * @param code its exit code
 * @param out  its standard output
 * @param err  its standard error
 */
public record Told(int code, String out, String err) {

    /** Runs {@code verify} with these arguments, and a password in the environment. */
    public static Told verify(String... arguments) {
        return run(new CommandLines(List.of(() -> new VerifyCommand(new SignIn("secret", null)))), "verify", arguments);
    }

    /** Runs a command. */
    public static Told run(CommandLines commands, String name, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = new String[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        int code = commands.writingTo(new PrintWriter(out), new PrintWriter(err)).run(all).orElseThrow();
        return new Told(code, out.toString(), err.toString());
    }

    /** The line that a program reads. */
    public String firstLine() {
        return out.lines().findFirst().orElse("");
    }
}
