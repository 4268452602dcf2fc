package org.campaignledger.platform.postgres;

import java.nio.file.Path;

/** Another running instance holds the data folder; two instances never share one. */
public final class DataDirectoryInUse extends StartRefused {

    private static final long serialVersionUID = 1L;

    DataDirectoryInUse(Path folder, String holder) {
        super("The data folder " + folder + " is in use by " + holder
                + ": stop that instance, or give this one a folder of its own with ledger.data-dir.");
    }
}
