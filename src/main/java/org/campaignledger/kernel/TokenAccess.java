package org.campaignledger.kernel;

/** How far a program comes with an API token: never further than the account whose token it is. */
public enum TokenAccess {

    /** It asks, and changes nothing. */
    READ,
    /** It records as well; what is for a person to do, such as deciding and looking after accounts, is not among it. */
    WRITE
}
