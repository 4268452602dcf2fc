/** What the log keeps: its identity, tiles, checkpoints and cosignatures. */
@NullMarked
package org.campaignledger.seal.store;

import org.jspecify.annotations.NullMarked;
