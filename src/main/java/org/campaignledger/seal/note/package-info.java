/** Signed notes: checkpoints, verifier keys, cosignatures (C2SP). */
@NullMarked
package org.campaignledger.seal.note;

import org.jspecify.annotations.NullMarked;
