package org.campaignledger.platform.correction;

import java.util.Map;

/** Who may not decide on whose requests (rule 19); answered by whoever knows the accounts. */
public interface FourEyes {

    /**
     * What ties two accounts.
     *
     * @param tied       whether the one may not decide on the other's requests
     * @param accountsAt the sequences at which the accounts stood from which this was told, by aggregate: it holds only
     *                   as long as they still stand there
     */
    record Ties(boolean tied, Map<String, Long> accountsAt) {}

    /** What ties an account that has asked to one that would decide. */
    Ties between(String maker, String checker);
}
