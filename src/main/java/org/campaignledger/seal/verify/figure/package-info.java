/** The verifier's own fold of the events, held against the figures that were published. */
@NullMarked
package org.campaignledger.seal.verify.figure;

import org.jspecify.annotations.NullMarked;
