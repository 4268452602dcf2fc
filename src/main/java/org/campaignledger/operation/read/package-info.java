/** How the projections stand, and rebuilding them. */
@NullMarked
package org.campaignledger.operation.read;

import org.jspecify.annotations.NullMarked;
