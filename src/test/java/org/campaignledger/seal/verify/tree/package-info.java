/** Held against the words of the specifications and their own examples. */
@NullMarked
package org.campaignledger.seal.verify.tree;

import org.jspecify.annotations.NullMarked;
