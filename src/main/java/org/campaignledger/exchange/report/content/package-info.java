/** What stands in the summing-up, gathered from the contract; the same position gives the same content. */
@NullMarked
package org.campaignledger.exchange.report.content;

import org.jspecify.annotations.NullMarked;
