/** The two accounts with which a ledger begins. */
@NullMarked
package org.campaignledger.account.automation;

import org.jspecify.annotations.NullMarked;
