package org.campaignledger.face;

/** Accounts of the demo, one at each desk. */
final class AccountOf {

    static final String REPORTER = "demo-fj";
    static final String HOST = "demo-host";
    static final String HOST_OF_PHOTOS = "demo-host-photo";
    static final String JUDGE = "demo-judge";
    static final String ADMIN = "admin";
    static final String CHECKER = "checker";
    static final String AUDITOR = "demo-auditor";

    private AccountOf() {}
}
