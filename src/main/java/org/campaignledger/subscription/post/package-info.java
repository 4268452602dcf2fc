/** What leaves the house: webhooks and mails, tried again until they are taken or given up. */
@NullMarked
package org.campaignledger.subscription.post;

import org.jspecify.annotations.NullMarked;
