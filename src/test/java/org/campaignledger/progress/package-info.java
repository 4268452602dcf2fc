/** What progress is tested with: the definition of 2019, seasons from a seed, a ledger of one's own. */
@NullMarked
package org.campaignledger.progress;

import org.jspecify.annotations.NullMarked;
