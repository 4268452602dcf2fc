package org.campaignledger.kernel;

/** What an account may do; an account has exactly one role and one scope (DOMAIN, "Who uses it"). */
public enum Role {
    /** Not signed in. */
    PUBLIC,
    /** Records for one unit or sub-unit. */
    REPORTER,
    /** Runs one category of works. */
    HOST,
    /** Scores the entries assigned to it. */
    JUDGE,
    /** Opens campaigns and their phases, asks for and decides on corrections, runs operations; records nothing. */
    ADMIN,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** The ledger itself, acting by schedule; nobody can sign in as it. */
    SYSTEM
}
