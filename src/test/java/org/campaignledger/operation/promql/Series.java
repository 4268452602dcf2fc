package org.campaignledger.operation.promql;

import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * A series as if it had been scraped for ever, every 15 seconds.
 *
 * @param metric its name
 * @param labels all of them
 * @param at     what it shows at a second
 */
public record Series(String metric, Map<String, String> labels, LongToDoubleFunction at) {}
