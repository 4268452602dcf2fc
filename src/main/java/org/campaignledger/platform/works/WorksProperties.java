package org.campaignledger.platform.works;

import java.nio.file.Path;
import org.campaignledger.platform.works.store.S3Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How works are kept.
 *
 * @param store    {@code folder} in the data folder, or {@code s3}
 * @param folder   where the folder store keeps them, instead of the data folder: several instances may share one, on a
 *                 file system with atomic renames
 * @param maxBytes the longest file that is taken, in bytes: 200 MiB by default. A category may take less
 * @param s3       how the object store is reached; needed for {@code s3} alone
 */
@ConfigurationProperties("ledger.works")
public record WorksProperties(
        @DefaultValue("folder") Kind store, @Nullable Path folder, @DefaultValue("209715200") long maxBytes,
        @Nullable S3Settings s3) {

    /** Where the bytes are kept. */
    public enum Kind {
        /** In {@code <data-dir>/works}. */
        FOLDER,
        /** In an object store. */
        S3
    }
}
