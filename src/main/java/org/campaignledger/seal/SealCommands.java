package org.campaignledger.seal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.campaignledger.seal.archive.RestoreCommand;
import org.campaignledger.seal.verify.VerifyCommand;
import org.campaignledger.seal.witness.WitnessCommand;

/** The commands of this slice. */
public final class SealCommands {

    private SealCommands() {}

    /** All of them. */
    public static List<Supplier<? extends Callable<Integer>>> all() {
        return List.of(VerifyCommand::new, WitnessCommand::new, RestoreCommand::new);
    }
}
