package org.campaignledger.subscription.watch;

import org.campaignledger.subscription.model.Kind;

/** Looks for something to tell of one kind. */
interface Watch {

    /** The kind. */
    Kind kind();

    /**
     * Looks, and leaves what there is to tell with the deliveries.
     *
     * @throws Looking.NotAnswered the contract does not answer, this time
     */
    void look(Looking looking);
}
