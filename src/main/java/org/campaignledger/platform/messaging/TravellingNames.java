package org.campaignledger.platform.messaging;

/**
 * Names under which commands travel: the ledger's own, so that ledgers which share a context never handle each other's.
 *
 * @param ledger name of the ledger
 */
record TravellingNames(String ledger) {

    /** The name under which a command travels. */
    String travelling(String own) {
        return ledger + "/" + own;
    }

    /** The name under which a command that has travelled is handled. */
    String own(String travelling) {
        return travelling.substring(ledger.length() + 1);
    }
}
