package org.campaignledger.seal.verify.event;

import java.io.PrintWriter;
import org.campaignledger.platform.cli.Bar;

/** Says how far the work has come. */
public final class Ticker {

    private final Bar bar;

    /** Says it here. */
    public Ticker(PrintWriter out) {
        this.bar = new Bar(out);
    }

    /**
     * So much is done.
     *
     * @param what of what
     * @param done how many
     * @param of   how many there are
     */
    public void tick(String what, long done, long of) {
        bar.show(what, done, of, "");
    }

    /** Takes the bar away, where there is one. */
    public void end() {
        bar.end();
    }
}
