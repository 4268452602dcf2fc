/** Judgings, juries, candidates and rankings as the ledger itself tells them, not behind it. */
@NullMarked
package org.campaignledger.judging.ledger;

import org.jspecify.annotations.NullMarked;
