/** The summing-up: asked for, within the rights of who asks, and answered in one of its forms. */
@NullMarked
package org.campaignledger.exchange.report;

import org.jspecify.annotations.NullMarked;
