/** Sealing, off the way of commands, and looking whether what was sealed still stands. */
@NullMarked
package org.campaignledger.seal.write;

import org.jspecify.annotations.NullMarked;
