/** What postings add up to: the fold behind every figure, pure and apart from any store. */
@NullMarked
package org.campaignledger.progress.balance;

import org.jspecify.annotations.NullMarked;
