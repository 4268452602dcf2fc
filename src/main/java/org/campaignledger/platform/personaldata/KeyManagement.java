package org.campaignledger.platform.personaldata;

import java.util.Optional;
import java.util.function.Function;
import org.campaignledger.platform.postgres.StartRefused;
import org.jspecify.annotations.Nullable;

/**
 * Who wraps the ledger's own keys, so that what lies in files, secrets and backups is of no use by itself. Asked at the
 * start alone: from then on keys are in the memory of the process and nowhere else.
 */
public interface KeyManagement {

    /** None: keys are kept as they are. */
    KeyManagement NONE = new KeyManagement() {

        @Override
        public Optional<String> wrap(byte[] key) {
            return Optional.empty();
        }

        @Override
        public byte[] unwrap(String wrapped) {
            throw new KeysRefused("A key of this ledger is wrapped by a key management: give ledger.kms.vault.address,"
                    + " or the key itself.");
        }
    };

    /**
     * A key as it may be kept; empty where keys are kept as they are.
     *
     * @throws StartRefused the key management can't be asked
     */
    Optional<String> wrap(byte[] key);

    /**
     * The key inside.
     *
     * @throws StartRefused the key management can't be asked, or does not know it
     */
    byte[] unwrap(String wrapped);

    /** A key as it stands in a file or in the configuration: base64, or wrapped. */
    default byte[] read(String text) {
        String stripped = text.strip();
        return VaultTransit.isWrapped(stripped) ? unwrap(stripped) : KeyFiles.decode(stripped);
    }

    /**
     * The one that is configured ({@code ledger.kms.vault.*}).
     *
     * @param properties their values by what follows {@code ledger.kms.vault.}; absent where none is given
     * @throws StartRefused it is configured by halves
     */
    static KeyManagement of(Function<String, @Nullable String> properties) {
        String address = given(properties, "address", "");
        return address.isEmpty()
                ? NONE
                : new VaultTransit(address, given(properties, "token", ""), given(properties, "mount", "transit"),
                        given(properties, "key", "campaign-ledger"));
    }

    private static String given(Function<String, @Nullable String> properties, String name, String otherwise) {
        String value = properties.apply(name);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
