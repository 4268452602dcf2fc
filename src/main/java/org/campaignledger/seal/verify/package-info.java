/** The independent verifier: made from docs/sealed-log.md alone, it shares no code with what it verifies. */
@NullMarked
package org.campaignledger.seal.verify;

import org.jspecify.annotations.NullMarked;
