/** Where subscriptions are made, looked at and ended. */
@NullMarked
package org.campaignledger.subscription.desk;

import org.jspecify.annotations.NullMarked;
