package org.campaignledger.fuzz;

/** A parser with a defect that no example shows: only a fuzzer that is led by what it runs comes upon it. */
public final class BrokenFuzz {

    private BrokenFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'l' && input[1] == 'e' && input[2] == 'd') {
            throw new IllegalStateException("whoever sends this breaks it");
        }
    }
}
