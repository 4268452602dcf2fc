/** How judges are drawn, totals made, entries ranked and judges compared: exact, and the same wherever it is repeated. */
@NullMarked
package org.campaignledger.judging.model;

import org.jspecify.annotations.NullMarked;
