/** Accounts as decided upon. */
@NullMarked
package org.campaignledger.account.write;

import org.jspecify.annotations.NullMarked;
