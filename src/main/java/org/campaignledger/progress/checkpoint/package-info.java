/** Balances kept at intervals, so that any position of the ledger is only a few events away. */
@NullMarked
package org.campaignledger.progress.checkpoint;

import org.jspecify.annotations.NullMarked;
