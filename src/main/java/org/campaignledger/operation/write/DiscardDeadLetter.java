package org.campaignledger.operation.write;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.operation.events.DeadLetterDiscarded;

/** A dead letter is to be given up; the row goes in the append that records it. */
record DiscardDeadLetter(@TargetAggregateIdentifier String id, long letter, DeadLetterDiscarded discarded) {}
