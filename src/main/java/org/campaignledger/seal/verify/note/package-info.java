/** Signed notes: keys, checkpoints, cosignatures. */
@NullMarked
package org.campaignledger.seal.verify.note;

import org.jspecify.annotations.NullMarked;
