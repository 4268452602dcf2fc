package org.campaignledger.platform.personaldata;

import org.campaignledger.platform.postgres.StartRefused;

/** The ledger is not opened with these keys. */
final class KeysRefused extends StartRefused {

    private static final long serialVersionUID = 1L;

    KeysRefused(String message) {
        super(message);
    }
}
