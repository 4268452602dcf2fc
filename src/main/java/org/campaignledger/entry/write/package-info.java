/** Submitting, amending, checking, recommending, withdrawing and disqualifying works; naming contacts. */
@NullMarked
package org.campaignledger.entry.write;

import org.jspecify.annotations.NullMarked;
