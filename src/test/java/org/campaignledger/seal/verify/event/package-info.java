/** Entries, held against the golden vectors; and the two ways of reading a line, held against each other. */
@NullMarked
package org.campaignledger.seal.verify.event;

import org.jspecify.annotations.NullMarked;
