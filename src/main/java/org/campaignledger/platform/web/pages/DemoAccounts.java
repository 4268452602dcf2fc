package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.Locale;

/** Gives the accounts of the demo season to the sign-in page; there is no such bean outside the demo. */
public interface DemoAccounts {

    /** The accounts in the order in which a visitor should try them, described in this language. */
    List<DemoAccount> accounts(Locale locale);
}
