/** Tests of the auditor's pages. */
@NullMarked
package org.campaignledger.platform.web.pages.audit;

import org.jspecify.annotations.NullMarked;
