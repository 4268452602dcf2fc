package org.campaignledger.seal.verify.event;

/** A line, a text or a payload is not of its form; says how. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    /** It is not of its form. */
    public Malformed(String message) {
        super(message);
    }
}
