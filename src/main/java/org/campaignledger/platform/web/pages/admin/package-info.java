/** The desk of those who run a ledger: phases, quotas, contacts, accounts, operations. A client of the contract. */
@NullMarked
package org.campaignledger.platform.web.pages.admin;

import org.jspecify.annotations.NullMarked;
