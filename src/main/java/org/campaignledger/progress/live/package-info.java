/** The balances of now, in memory, a moment behind the ledger. */
@NullMarked
package org.campaignledger.progress.live;

import org.jspecify.annotations.NullMarked;
