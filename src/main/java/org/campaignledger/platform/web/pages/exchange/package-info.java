/** Pages of what comes in and goes out in sheets. Clients of the contract, like every page. */
@NullMarked
package org.campaignledger.platform.web.pages.exchange;

import org.jspecify.annotations.NullMarked;
