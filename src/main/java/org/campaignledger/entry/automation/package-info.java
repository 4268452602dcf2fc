/** What the entry slice does by itself. */
@NullMarked
package org.campaignledger.entry.automation;

import org.jspecify.annotations.NullMarked;
