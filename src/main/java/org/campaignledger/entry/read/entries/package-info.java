/** The register of entries: within scope, with what is personal opened only for those entitled to it. */
@NullMarked
package org.campaignledger.entry.read.entries;

import org.jspecify.annotations.NullMarked;
