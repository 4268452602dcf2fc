package org.campaignledger.platform.web.security;

/** Where the door has codes looked at; implemented by the account slice. */
public interface SecondFactors {

    /**
     * Takes a code of the account's authenticator app, or one of its recovery codes. Each is taken once.
     *
     * @param account user name
     * @param code    as it was typed
     * @return whether it was right
     * @throws Unreadable a code of the app was typed, and nobody can tell any more what it is to be
     */
    boolean takes(String account, String code);

    /** The secret of an account's app is gone, or its key is another's: as after a database was put together from parts. */
    final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** Of this account. */
        public Unreadable(String account) {
            super("the second factor of " + account + " does not open");
        }
    }
}
