package org.campaignledger.architecture.violators.alpha.events;

import org.axonframework.serialization.Revision;

/** Violates rule 2: an event that knows the framework that carries it. */
@Revision("1")
public record AlphaHappened(String id) {}
