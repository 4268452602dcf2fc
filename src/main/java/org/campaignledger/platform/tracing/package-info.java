/** What belongs together in logs and traces: a correlation id for each request, and spans, which are off by default. */
@NullMarked
package org.campaignledger.platform.tracing;

import org.jspecify.annotations.NullMarked;
