/** The tamper-evident log: tree, checkpoints, proofs, the verifier and the witness. */
@NullMarked
@ApplicationModule
package org.campaignledger.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
