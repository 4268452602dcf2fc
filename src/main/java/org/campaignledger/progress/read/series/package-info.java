/** One figure over the season: what was added on each day, beside what was planned. */
@NullMarked
package org.campaignledger.progress.read.series;

import org.jspecify.annotations.NullMarked;
