/** How a ledger event is proven, for slices that show it. */
@NullMarked
package org.campaignledger.platform.proof;

import org.jspecify.annotations.NullMarked;
