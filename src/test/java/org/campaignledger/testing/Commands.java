package org.campaignledger.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.campaignledger.CampaignLedger;

/** The commands of the product, run in the process of the tests. */
public final class Commands {

    private Commands() {}

    /** What a command says, after its exit code. */
    public static String said(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        return CampaignLedger.commands().writingTo(out, out).run(arguments).orElseThrow() + " " + said;
    }
}
