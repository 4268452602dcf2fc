package org.campaignledger.exchange;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.campaignledger.exchange.line.ExportCommand;
import org.campaignledger.exchange.line.ImportCommand;
import org.campaignledger.exchange.line.ProgressCommand;

/** The commands of this slice. */
public final class ExchangeCommands {

    private ExchangeCommands() {}

    /** All of them. */
    public static List<Supplier<? extends Callable<Integer>>> all() {
        return List.of(ImportCommand::new, ExportCommand::new, ProgressCommand::new);
    }
}
