/** Reporting how many were reached. */
@NullMarked
package org.campaignledger.outreach.write.reportreach;

import org.jspecify.annotations.NullMarked;
