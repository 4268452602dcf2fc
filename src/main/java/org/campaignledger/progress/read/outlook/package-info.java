/** What events would do to the figures if they were written now. */
@NullMarked
package org.campaignledger.progress.read.outlook;

import org.jspecify.annotations.NullMarked;
