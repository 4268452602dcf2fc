package org.campaignledger.account.write;

import java.util.List;

import org.campaignledger.kernel.Refused;

/** What a decision on one account needs to know of others. */
interface AccountLookup {

    /** All ADMINs who can sign in, in the order of their names. */
    List<AdminAccount> enabledAdmins();

    /** The refusal of a name that is given already; names are given once, for good. */
    Refused nameTaken(String username);
}
