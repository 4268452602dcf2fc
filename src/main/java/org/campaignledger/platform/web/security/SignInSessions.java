package org.campaignledger.platform.web.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where it is kept who is signed in, for all instances on one database: by the hash of the id in the browser's cookie
 * ({@link SessionCookie#hash}).
 */
public interface SignInSessions {

    /** How far a session has come with the second factor. */
    enum Factor {
        /** Signed in by password alone. */
        NONE,
        /** The password was right, the code is still to come: nobody is signed in yet. */
        AWAITED,
        /** Signed in by password and code. */
        PASSED
    }

    /**
     * A session.
     *
     * @param account user name
     * @param version the account's version at which its password was verified
     * @param factor  how far it is
     */
    record Session(String account, long version, Factor factor) {}

    /**
     * A session as its holder sees it.
     *
     * @param browser    make and system of the browser, such as {@code Firefox · Windows}
     * @param began      when its holder signed in
     * @param lastSeen   when it was last used, within a minute
     * @param endsAt     when it ends at the latest
     * @param isThisOne  whether it is the one that asks
     */
    record Listed(String browser, Instant began, Instant lastSeen, Instant endsAt, boolean isThisOne) {}

    /** Begins a session, of which this is the hash of the id. */
    void begin(byte[] hash, Session session, String browser);

    /** The session of this hash, unless it has ended; that it was asked for counts as use. */
    Optional<Session> find(byte[] hash);

    /** Ends it, if it is there. */
    void end(byte[] hash);

    /** Ends every session of an account; answers how many there were. */
    int endAll(String account);

    /** The sessions in which an account is signed in, the one used last first. */
    List<Listed> of(String account, byte[] asking);

    /** Counts a wrong code; answers how many there were in this session. */
    int wrongCode(byte[] hash);

    /** A code has come in a session that was begun with the password alone. */
    void passed(byte[] hash);
}
