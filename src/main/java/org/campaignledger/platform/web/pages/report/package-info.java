/** The page on which a summing-up is chosen. */
@NullMarked
package org.campaignledger.platform.web.pages.report;

import org.jspecify.annotations.NullMarked;
