package org.campaignledger.platform.web.security;

import java.util.Optional;

/** Where the door looks accounts up; implemented by the account slice. */
public interface Accounts {

    /** The account of this name as it stands now, disabled or not; read afresh at every call. */
    Optional<Login> find(String username);
}
