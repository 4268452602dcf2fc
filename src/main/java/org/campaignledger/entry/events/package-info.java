/** What happened to the works of the collection. */
@NullMarked
package org.campaignledger.entry.events;

import org.jspecify.annotations.NullMarked;
