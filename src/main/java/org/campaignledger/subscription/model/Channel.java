package org.campaignledger.subscription.model;

/** How one is told. */
public enum Channel {

    /** A signed POST of JSON to an address of the subscriber's. */
    WEBHOOK,
    /** A mail, once the address was confirmed. */
    EMAIL
}
