package org.campaignledger.architecture.violators.platform;

import org.campaignledger.architecture.violators.alpha.events.AlphaHappened;

/** Violates rule 1: the platform knows a slice, even if only by its events. */
public record KnowsASlice(AlphaHappened known) {}
