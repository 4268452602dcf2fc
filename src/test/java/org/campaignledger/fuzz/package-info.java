/** Parsers of what comes from outside, fed with whatever a fuzzer thinks of. */
@NullMarked
package org.campaignledger.fuzz;

import org.jspecify.annotations.NullMarked;
