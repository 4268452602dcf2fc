package org.campaignledger.platform.rules;

import java.util.List;

import org.campaignledger.kernel.Actor;

/** Who holds an office that a decision depends on; answered by the account slice, never behind the ledger. */
public interface OfficeHolders {

    /** The hosts of a category whose accounts are not disabled. */
    List<Actor> hostsOf(String category);
}
