package org.campaignledger.seal.verify.event;

/** Hears how far the work has come. */
@FunctionalInterface
public interface Ticker {

    /**
     * So much is done.
     *
     * @param what of what
     * @param done how many
     * @param of   how many there are
     */
    void tick(String what, long done, long of);
}
