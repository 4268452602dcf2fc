/** The language in which tests speak to a running ledger. */
@NullMarked
package org.campaignledger.testing;

import org.jspecify.annotations.NullMarked;
