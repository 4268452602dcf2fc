package org.campaignledger.platform.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * How far something has come: on a terminal one line that fills up, anywhere else a plain line every two seconds, so that
 * the log of a script stays readable.
 */
public final class Bar {

    private static final long DRAWN_EVERY = 100_000_000L;
    private static final long TOLD_EVERY = 2_000_000_000L;
    private static final int WIDTH = 28;

    private final PrintWriter out;
    private final boolean terminal;
    private long next;
    private int drawn;

    /** Drawn here; as a bar only where this is a terminal. */
    public Bar(PrintWriter out) {
        this(out, isTerminal());
    }

    Bar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.next = System.nanoTime() + (terminal ? 0 : TOLD_EVERY);
    }

    /** Whether somebody sits before it. */
    public static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /**
     * So much is done.
     *
     * @param what of what
     * @param done how many
     * @param of   how many there are; 0 where nobody knows yet
     * @param more behind it, such as the rate
     */
    public void show(String what, long done, long of, String more) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + (terminal ? DRAWN_EVERY : TOLD_EVERY);
        String count = of == 0
                ? String.format(Locale.ROOT, "%,d", done)
                : String.format(Locale.ROOT, "%,d of %,d (%d %%)", done, of, (long) (100.0 * done / of));
        if (terminal) {
            String line = what + " " + cells(of == 0 ? 0 : (double) done / of, WIDTH) + " " + count + more;
            out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            drawn = line.length();
        } else {
            out.println(what + ": " + count + more);
        }
        out.flush();
    }

    /** Takes the bar away: what comes next starts a line of its own. */
    public void end() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
            drawn = 0;
        }
    }

    /** A share as cells, full where there is more than all. */
    public static String cells(double share, int width) {
        int full = (int) Math.round(Math.clamp(share, 0, 1) * width);
        return "█".repeat(full) + "░".repeat(width - full);
    }
}
