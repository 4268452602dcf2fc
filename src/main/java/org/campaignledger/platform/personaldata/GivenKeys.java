package org.campaignledger.platform.personaldata;

import java.nio.file.Path;

/**
 * The keys as configured, base64; empty where the file in the data folder counts.
 *
 * @param master         wraps the keys of persons
 * @param previousMaster did so before
 * @param natural        makes the HMACs of natural keys
 */
record GivenKeys(String master, String previousMaster, String natural) {

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "GivenKeys[***]";
    }

    /** The keys; those not configured are read from this folder, or made there. */
    LedgerKeys in(Path folder) {
        byte[] before = previousMaster.isBlank()
                ? KeyFiles.read(folder.resolve(KeyFiles.PREVIOUS_MASTER)).orElse(null)
                : KeyFiles.decode(previousMaster);
        return new LedgerKeys(keyOf(master, folder.resolve(KeyFiles.MASTER)), before,
                keyOf(natural, folder.resolve(KeyFiles.NATURAL)));
    }

    private static byte[] keyOf(String configured, Path file) {
        return configured.isBlank() ? KeyFiles.readOrMake(file) : KeyFiles.decode(configured);
    }
}
