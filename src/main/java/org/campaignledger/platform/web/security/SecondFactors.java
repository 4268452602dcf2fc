package org.campaignledger.platform.web.security;

/** Where the door has codes looked at; implemented by the account slice. */
public interface SecondFactors {

    /**
     * Takes a code of the account's authenticator app, or one of its recovery codes. Each is taken once.
     *
     * @param account user name
     * @param code    as it was typed
     * @return whether it was right
     */
    boolean takes(String account, String code);
}
