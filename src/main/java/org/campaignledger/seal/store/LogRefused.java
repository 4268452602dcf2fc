package org.campaignledger.seal.store;

import org.campaignledger.platform.postgres.StartRefused;

/** The instance may not go on with this log: its name, its key or its state is not right. */
final class LogRefused extends StartRefused {

    private static final long serialVersionUID = 1L;

    LogRefused(String message) {
        super(message);
    }
}
