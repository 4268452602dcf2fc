package org.campaignledger.architecture.violators.kernel;

import org.campaignledger.architecture.violators.platform.Ground;

/** Violates rule 1: the kernel stands on nothing but the JDK. */
public record KnowsThePlatform(Ground ground) {}
