package org.campaignledger.seal.write;

/** An event is gone from the ledger before it was sealed: nothing behind it can be sealed any more. */
final class MissingPosition extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long position;

    MissingPosition(long position) {
        super("position " + position + " is missing from the ledger");
        this.position = position;
    }

    long position() {
        return position;
    }
}
