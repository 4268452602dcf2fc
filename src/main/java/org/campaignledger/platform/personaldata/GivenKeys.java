package org.campaignledger.platform.personaldata;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys as configured, base64 or wrapped; empty where the file in the data folder counts.
 *
 * @param master         wraps the keys of persons
 * @param previousMaster did so before
 * @param natural        makes the HMACs of natural keys
 * @param management     who wraps and unwraps them
 */
record GivenKeys(String master, String previousMaster, String natural, KeyManagement management) {

    private static final Logger LOG = LoggerFactory.getLogger(GivenKeys.class);

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "GivenKeys[***]";
    }

    /** As the environment has them, for commands that stand beside the service. */
    static GivenKeys of(Function<String, @Nullable String> environment) {
        return new GivenKeys(text(environment.apply("LEDGER_KEYS_MASTER")),
                text(environment.apply("LEDGER_KEYS_PREVIOUS_MASTER")),
                text(environment.apply("LEDGER_KEYS_NATURAL")),
                KeyManagement.of(name -> environment.apply("LEDGER_KMS_VAULT_" + name.toUpperCase(Locale.ROOT))));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    boolean naturalIsConfigured() {
        return !natural.isBlank();
    }

    /** The keys; those not configured are read from this folder, or made there. */
    LedgerKeys in(Path folder) {
        warnOfAPlain("master", master);
        warnOfAPlain("previous-master", previousMaster);
        warnOfAPlain("natural", natural);
        return new LedgerKeys(keyOf(master, folder.resolve(KeyFiles.MASTER)), previous(folder),
                keyOf(natural, folder.resolve(KeyFiles.NATURAL)));
    }

    /**
     * The keys as they are; none is made.
     *
     * @throws IllegalStateException there is no master key; where there is no natural key, one that nobody uses stands
     *                               for it
     */
    LedgerKeys found(Path folder) {
        byte[] masterKey = configuredOr(master, folder.resolve(KeyFiles.MASTER)).orElseThrow(
                () -> new IllegalStateException("There is no master key: neither LEDGER_KEYS_MASTER nor "
                        + folder.resolve(KeyFiles.MASTER) + "."));
        return new LedgerKeys(masterKey, previous(folder), configuredOr(natural, folder.resolve(KeyFiles.NATURAL))
                .orElseGet(() -> new byte[LedgerKeys.KEY_BYTES]));
    }

    /** A key management protects what it wraps; a key that is configured as it is stands in a file or an environment. */
    private void warnOfAPlain(String name, String configured) {
        if (management != KeyManagement.NONE && !configured.isBlank() && !VaultTransit.isWrapped(configured.strip())) {
            LOG.warn("ledger.keys.{} is given as it is, although a key management is configured: give it wrapped, or"
                    + " leave it out and let its file be made", name);
        }
    }

    private byte @Nullable [] previous(Path folder) {
        return configuredOr(previousMaster, folder.resolve(KeyFiles.PREVIOUS_MASTER)).orElse(null);
    }

    private Optional<byte[]> configuredOr(String configured, Path file) {
        return configured.isBlank() ? KeyFiles.read(file, management) : Optional.of(management.read(configured));
    }

    private byte[] keyOf(String configured, Path file) {
        return configured.isBlank() ? KeyFiles.readOrMake(file, management) : management.read(configured);
    }
}
