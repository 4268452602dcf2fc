package org.campaignledger.platform.personaldata;

import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/** Brings a backup of keys into a ledger that is being restored, for whoever has its database open. */
public final class KeysBroughtBack {

    private KeysBroughtBack() {}

    /**
     * Brings it back, whole or not at all.
     *
     * @param backup a file that backup-keys has written
     * @param keys   the data folder's keys
     * @return what was done, in a sentence
     * @throws IOException           the file can't be read
     * @throws IllegalStateException the keys do not fit the ledger, or the file is damaged
     */
    public static String from(Path backup, DataSource database, Path keys) throws IOException {
        GivenKeys given = GivenKeys.of(System::getenv);
        KeyRestore.Restored restored = new KeyRestore(database, given.found(keys), given.naturalIsConfigured())
                .from(backup);
        byte[] natural = restored.naturalKey();
        if (natural != null) {
            KeyFiles.write(keys.resolve(KeyFiles.NATURAL), natural);
        }
        return restored.restored() + " of " + restored.inFile() + " keys of persons restored, " + restored.erased()
                + " of them erased, the natural key " + (natural == null ? "in place" : "restored");
    }

    /** Whether there is a natural key, configured or in this folder. */
    public static boolean naturalKeyIsThere(Path keys) {
        return GivenKeys.of(System::getenv).naturalIsConfigured() || KeyFiles.read(keys.resolve(KeyFiles.NATURAL))
                .isPresent();
    }
}
