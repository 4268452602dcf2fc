/** The first start. */
@NullMarked
package org.campaignledger.account.automation;

import org.jspecify.annotations.NullMarked;
