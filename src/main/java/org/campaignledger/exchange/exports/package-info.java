/**
 * What goes out in sheets: every register and query as whoever asks may see it, as of one position, written row by row. An
 * exported register has the columns of its import.
 */
@NullMarked
package org.campaignledger.exchange.exports;

import org.jspecify.annotations.NullMarked;
