/** The register of reach reported. */
@NullMarked
package org.campaignledger.outreach.read.reachreports;

import org.jspecify.annotations.NullMarked;
