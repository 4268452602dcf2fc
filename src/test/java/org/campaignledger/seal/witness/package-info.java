/** The witness, held against logs that grow and logs that do not. */
@NullMarked
package org.campaignledger.seal.witness;

import org.jspecify.annotations.NullMarked;
