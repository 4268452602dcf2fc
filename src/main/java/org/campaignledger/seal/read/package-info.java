/** The public log at the door, and the proofs that the trail shows. */
@NullMarked
package org.campaignledger.seal.read;

import org.jspecify.annotations.NullMarked;
