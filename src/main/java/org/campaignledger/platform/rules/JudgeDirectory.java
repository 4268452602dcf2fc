package org.campaignledger.platform.rules;

import java.util.List;

/** Who may be asked to judge; answered by the account slice, never behind the ledger. */
public interface JudgeDirectory {

    /**
     * A judge whose account is not disabled.
     *
     * @param account the account
     * @param unit    the unit or sub-unit that it is of
     */
    record Judge(String account, String unit) {}

    /** All of them, by account. */
    List<Judge> judges();
}
