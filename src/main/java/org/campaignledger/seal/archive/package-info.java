/** The ledger whole in one file: written while it goes on, and read back into an empty one. */
@NullMarked
package org.campaignledger.seal.archive;

import org.jspecify.annotations.NullMarked;
