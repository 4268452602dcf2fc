/** The part of PromQL that this repository's alerts and dashboards use, parsed and evaluated over simulated series. */
@NullMarked
package org.campaignledger.operation.promql;

import org.jspecify.annotations.NullMarked;
