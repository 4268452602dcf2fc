/** The charts of the summing-up as SVG: pure, so that the same figures give the same picture. */
@NullMarked
package org.campaignledger.exchange.report.chart;

import org.jspecify.annotations.NullMarked;
