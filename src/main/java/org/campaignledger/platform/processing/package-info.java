/** From the ledger to rows: projections, their processors, what could not be taken in, and rebuilding beside the live. */
@NullMarked
package org.campaignledger.platform.processing;

import org.jspecify.annotations.NullMarked;
