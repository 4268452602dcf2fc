/** Subscriptions: weekly digests and alerts, to webhooks and by e-mail. */
@NullMarked
@ApplicationModule
package org.campaignledger.subscription;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
