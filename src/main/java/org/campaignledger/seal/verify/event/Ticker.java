package org.campaignledger.seal.verify.event;

import java.io.PrintWriter;
import java.util.Locale;

/** Says about once a second how far the work has come. */
public final class Ticker {

    private static final long EVERY_NANOS = 1_000_000_000L;

    private final PrintWriter out;
    private long next = System.nanoTime() + EVERY_NANOS;

    /** Says it here. */
    public Ticker(PrintWriter out) {
        this.out = out;
    }

    /**
     * So much is done.
     *
     * @param what of what
     * @param done how many
     * @param of   how many there are
     */
    public void tick(String what, long done, long of) {
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + EVERY_NANOS;
            out.println(String.format(Locale.ROOT, "%s: %,d of %,d (%d %%)", what, done, of,
                    of == 0 ? 100 : (long) (100.0 * done / of)));
            out.flush();
        }
    }
}
