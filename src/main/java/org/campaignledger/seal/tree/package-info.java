/** Entries and the Merkle tree over them (RFC 6962), in tiles; pure. */
@NullMarked
package org.campaignledger.seal.tree;

import org.jspecify.annotations.NullMarked;
