package org.campaignledger.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo season's seed and size.
 *
 * @param seed     the same seed gives the same season
 * @param size     1 for the whole plan (some 24,000 records), less for a smaller one; targets stay as they are
 * @param password of every account of the demo
 */
@ConfigurationProperties("ledger.demo")
record DemoProperties(
        @DefaultValue("12351") long seed, @DefaultValue("1.0") double size,
        @DefaultValue("demo-12351") String password) {}
