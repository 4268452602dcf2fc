package org.campaignledger.platform.web.security;

import java.security.Principal;

import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.door.HasActor;

/**
 * Who is signed in.
 *
 * @param actor   the account, its role and its scope
 * @param version the account's version at which the password was verified
 */
public record SignedIn(Actor actor, long version) implements HasActor, Principal {

    @Override
    public String getName() {
        return actor.account();
    }
}
