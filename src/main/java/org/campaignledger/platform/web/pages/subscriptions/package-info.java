/** Pages of subscriptions: what one is told of, what was sent, and where the links of mails lead. */
@NullMarked
package org.campaignledger.platform.web.pages.subscriptions;

import org.jspecify.annotations.NullMarked;
