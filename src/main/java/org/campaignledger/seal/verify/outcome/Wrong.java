package org.campaignledger.seal.verify.outcome;

import java.util.List;

/** Something is wrong: where, which of the words of the specification names it, and a sentence. */
public final class Wrong extends Verdict {

    private static final long serialVersionUID = 1L;

    private final String where;
    private final Fault fault;
    private final List<String> evidence;

    /**
     * Something is wrong.
     *
     * @param where    the position, such as {@code position 17}, or the resource
     * @param fault    how
     * @param sentence what was found, for people
     * @param evidence texts that prove it, such as two checkpoints
     */
    public Wrong(String where, Fault fault, String sentence, String... evidence) {
        super("WRONG " + where + ": " + fault.word() + " - " + sentence);
        this.where = where;
        this.fault = fault;
        this.evidence = List.of(evidence);
    }

    /** Something is wrong at a position of the ledger. */
    public static Wrong at(long position, Fault fault, String sentence) {
        return new Wrong("position " + position, fault, sentence);
    }

    /** Where it was found. */
    public String where() {
        return where;
    }

    /** How it is wrong. */
    public Fault fault() {
        return fault;
    }

    /** Texts that prove it; mostly none. */
    public List<String> evidence() {
        return evidence;
    }
}
