/** Deciding on an account: pure rules, the thin shell that Axon sees, and the row by which it signs in. */
@NullMarked
package org.campaignledger.account.write;

import org.jspecify.annotations.NullMarked;
