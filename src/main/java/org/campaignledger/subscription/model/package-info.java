/** What a subscription is, and the rules that it keeps. Pure. */
@NullMarked
package org.campaignledger.subscription.model;

import org.jspecify.annotations.NullMarked;
