/** What tells whether the ledger can be used, and what keeps it tidy. */
@NullMarked
package org.campaignledger.platform.ops;

import org.jspecify.annotations.NullMarked;
