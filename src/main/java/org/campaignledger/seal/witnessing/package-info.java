/** Collecting cosignatures from witnesses. */
@NullMarked
package org.campaignledger.seal.witnessing;

import org.jspecify.annotations.NullMarked;
