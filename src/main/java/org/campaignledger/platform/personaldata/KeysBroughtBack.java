package org.campaignledger.platform.personaldata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings a backup of keys into a ledger that is being restored, for whoever has its database open. */
public final class KeysBroughtBack {

    private KeysBroughtBack() {}

    /**
     * Brings it back, whole or not at all, into a ledger that was never started: the master key at hand becomes its own.
     *
     * @param backup a file that backup-keys has written
     * @param keys   the data folder's keys
     * @return what was done, in sentences
     * @throws IOException           the file can't be read
     * @throws IllegalStateException the keys do not fit the ledger, or the file is damaged
     */
    public static List<String> from(Path backup, DataSource database, Path keys) throws IOException {
        GivenKeys given = GivenKeys.of(System::getenv);
        FingerprintsInPlace.begin(JdbcClient.create(database), "master", given.found(keys).masterFingerprint());
        return from(backup, database, keys, given);
    }

    static List<String> from(Path backup, DataSource database, Path keys, GivenKeys given) throws IOException {
        KeyRestore.Restored restored = new KeyRestore(database, given.found(keys), given.naturalIsConfigured())
                .from(backup);
        List<String> told = new ArrayList<>();
        told.add(restored.inFile() + " keys of persons in the file: " + restored.restored() + " restored, "
                + restored.erased() + " left out since their persons were erased, "
                + (restored.inFile() - restored.restored() - restored.erased()) + " in place already");
        byte[] natural = restored.naturalKey();
        if (natural != null) {
            KeyFiles.write(keys.resolve(KeyFiles.NATURAL), natural, given.management());
            told.add("The natural key was replaced by that of the backup: restart the service now, before anybody is"
                    + " recorded.");
        }
        return told;
    }

    /** Whether there is a natural key, configured or in this folder. */
    public static boolean naturalKeyIsThere(Path keys) {
        return GivenKeys.of(System::getenv).naturalIsConfigured() || Files.exists(keys.resolve(KeyFiles.NATURAL));
    }
}
