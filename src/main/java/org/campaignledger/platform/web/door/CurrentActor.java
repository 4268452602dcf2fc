package org.campaignledger.platform.web.door;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the request that is being handled. */
public final class CurrentActor {

    private CurrentActor() {}

    /** The signed-in account, or {@link Actor#PUBLIC}. */
    public static Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof HasActor signedIn
                ? signedIn.actor()
                : Actor.PUBLIC;
    }

    /**
     * The signed-in account, which must have one of these roles.
     *
     * @throws Refused 403 {@code wrong-role} otherwise
     */
    public static Actor require(Role... roles) {
        Actor actor = get();
        for (Role role : roles) {
            if (actor.role() == role) {
                return actor;
            }
        }
        throw Refused.forbidden("wrong-role");
    }
}
