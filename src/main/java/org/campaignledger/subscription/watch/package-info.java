/** Looks whether there is something to tell, as whoever subscribed. */
@NullMarked
package org.campaignledger.subscription.watch;

import org.jspecify.annotations.NullMarked;
