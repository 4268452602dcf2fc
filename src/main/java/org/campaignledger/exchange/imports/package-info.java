/**
 * Records from sheets, in the background: each row is judged and written as the command that it stands for, under an id
 * that follows from the file and the row, so that however often a file is sent or a run broken off, it counts once.
 */
@NullMarked
package org.campaignledger.exchange.imports;

import org.jspecify.annotations.NullMarked;
