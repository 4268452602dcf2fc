/** The forms of the summing-up: a page, a PDF with its type inside, a workbook. */
@NullMarked
package org.campaignledger.exchange.report.form;

import org.jspecify.annotations.NullMarked;
