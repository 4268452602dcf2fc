package org.campaignledger.operation.events;

import org.campaignledger.kernel.Reference;

/**
 * An operator gave up on an event that a projection could not take in: that projection goes without it.
 *
 * @param letter     id of the dead letter
 * @param projection the projection that goes without it
 * @param discarded  position of the event
 * @param cause      why it could not be taken in
 * @param reason     why it was given up
 */
public record DeadLetterDiscarded(String letter, String projection, long discarded, String cause,
        String reason) implements OperationEvent {

    @Override
    public Reference reference() {
        return new Reference(null, null, null, letter, null);
    }
}
