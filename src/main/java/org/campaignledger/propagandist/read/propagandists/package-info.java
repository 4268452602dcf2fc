/** The register of propagandists; their personal data stay encrypted in it. */
@NullMarked
package org.campaignledger.propagandist.read.propagandists;

import org.jspecify.annotations.NullMarked;
