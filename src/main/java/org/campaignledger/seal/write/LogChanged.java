package org.campaignledger.seal.write;

import org.campaignledger.seal.store.SealStore;

/** Nothing can be sealed any more: an event is gone before it was sealed, or the tree is not what was signed. */
final class LogChanged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SealStore.Alarm alarm;

    LogChanged(SealStore.Alarm alarm) {
        super("position " + alarm.position() + ": " + alarm.kind());
        this.alarm = alarm;
    }

    SealStore.Alarm alarm() {
        return alarm;
    }
}
