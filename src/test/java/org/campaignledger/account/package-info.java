/** Accounts through the door of a running ledger. */
@NullMarked
package org.campaignledger.account;

import org.jspecify.annotations.NullMarked;
