/** The witness: cosigns checkpoints of logs that only ever grow, and keeps proof of those that do not. */
@NullMarked
package org.campaignledger.seal.witness;

import org.jspecify.annotations.NullMarked;
