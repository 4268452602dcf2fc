/** Forms that work without a script: sent to one place, which asks the contract and shows the page again. */
@NullMarked
package org.campaignledger.platform.web.pages.forms;

import org.jspecify.annotations.NullMarked;
