package org.campaignledger.platform.eventstore;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;

/**
 * The events of one slice, contributed as a bean: its sealed interface, from which the short names follow, and the
 * upcasters of older revisions.
 *
 * @param sealedType the slice's sealed interface; every permitted class is a record
 * @param upcasters  steps from one revision to the next; a type without any stands at revision 1
 */
public record EventTypes(Class<? extends LedgerEvent> sealedType, List<Upcaster> upcasters) {

    /** A slice whose events never changed their form. */
    public static EventTypes of(Class<? extends LedgerEvent> sealedType) {
        return new EventTypes(sealedType, List.of());
    }
}
