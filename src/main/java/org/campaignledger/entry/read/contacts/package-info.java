/** Who answers questions about a category. */
@NullMarked
package org.campaignledger.entry.read.contacts;

import org.jspecify.annotations.NullMarked;
