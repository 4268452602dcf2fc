/** The Merkle tree of RFC 6962: hashes, proofs, tiles. */
@NullMarked
package org.campaignledger.seal.verify.tree;

import org.jspecify.annotations.NullMarked;
