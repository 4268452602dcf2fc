/** Deciding on a person's data: pure rules, the thin shell that Axon sees, and the endpoint. */
@NullMarked
package org.campaignledger.privacy.write;

import org.jspecify.annotations.NullMarked;
