/** What is too long for an event: kept beside the ledger under the digest that the event names. */
@NullMarked
package org.campaignledger.platform.attachments;

import org.jspecify.annotations.NullMarked;
