/** What a verification comes to when it does not hold. */
@NullMarked
package org.campaignledger.seal.verify.outcome;

import org.jspecify.annotations.NullMarked;
