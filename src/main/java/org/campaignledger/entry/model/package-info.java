/** An entry as its events have made it: pure, known to what decides on it and to what shows it. */
@NullMarked
package org.campaignledger.entry.model;

import org.jspecify.annotations.NullMarked;
