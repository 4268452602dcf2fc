package org.campaignledger.platform.web.door;

import org.campaignledger.kernel.Actor;

/** What a signed-in principal tells of itself. */
public interface HasActor {

    /** The account, its role and its scope. */
    Actor actor();
}
