/** Sheets and figures at the command line: for those who script. */
@NullMarked
package org.campaignledger.exchange.line;

import org.jspecify.annotations.NullMarked;
