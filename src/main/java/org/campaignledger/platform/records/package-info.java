/** Registers of records: versioned rows, asked by filters, as of any position, within the caller's scope. */
@NullMarked
package org.campaignledger.platform.records;

import org.jspecify.annotations.NullMarked;
