/**
 * Sheets as files: {@code .xlsx} and {@code .csv}, read row by row within bounds, whatever their sender meant by them.
 * Nothing of it is held in memory but what a workbook shares among its cells, and that is bounded.
 */
@NullMarked
package org.campaignledger.exchange.sheet;

import org.jspecify.annotations.NullMarked;
