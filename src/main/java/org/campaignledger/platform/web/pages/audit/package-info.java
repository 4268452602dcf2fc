/** The auditor's pages: the trail, one event as a record of evidence, explanation, comparison, the sealed log. */
@NullMarked
package org.campaignledger.platform.web.pages.audit;

import org.jspecify.annotations.NullMarked;
