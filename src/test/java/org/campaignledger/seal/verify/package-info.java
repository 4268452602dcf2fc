/** The verifier, held against archives and services that are made here from the same page, by other code. */
@NullMarked
package org.campaignledger.seal.verify;

import org.jspecify.annotations.NullMarked;
