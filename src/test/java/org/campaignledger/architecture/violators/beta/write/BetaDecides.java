package org.campaignledger.architecture.violators.beta.write;

import org.campaignledger.architecture.violators.alpha.events.AlphaHappened;

/** Violates rule 1: with alpha, which knows it in turn, it makes a circle. */
public record BetaDecides(String name, AlphaHappened cause) {}
