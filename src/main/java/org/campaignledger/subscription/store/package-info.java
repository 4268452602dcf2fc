/** Subscriptions and their deliveries as they are kept: address and secrets sealed, each occasion once. */
@NullMarked
package org.campaignledger.subscription.store;

import org.jspecify.annotations.NullMarked;
