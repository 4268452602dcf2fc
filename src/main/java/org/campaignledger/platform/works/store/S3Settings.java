package org.campaignledger.platform.works.store;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an object store is reached ({@code ledger.works.s3.*}).
 *
 * @param endpoint  its address; absent: that of AWS for the region
 * @param bucket    where the works go; it has to be there
 * @param region    as the store names it; {@code us-east-1} if it has none
 * @param accessKey of an account that may read, write and delete there
 * @param secretKey the same
 * @param pathStyle whether the bucket stands in the path and not in the host name, as most stores but AWS want it
 */
public record S3Settings(
        @Nullable URI endpoint, @Nullable String bucket, @Nullable String region, @Nullable String accessKey,
        @Nullable String secretKey, @Nullable Boolean pathStyle) {

    /** The bucket. */
    public String bucketOrFail() {
        return given("bucket", bucket);
    }

    String accessKeyOrFail() {
        return given("access-key", accessKey);
    }

    String secretKeyOrFail() {
        return given("secret-key", secretKey);
    }

    String regionOrUsual() {
        return Objects.requireNonNullElse(region, "us-east-1");
    }

    boolean isPathStyle() {
        return pathStyle == null ? endpoint != null : pathStyle;
    }

    private static String given(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("ledger.works.store=s3 needs ledger.works.s3." + name);
        }
        return value;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Settings[" + endpoint + ", " + bucket + "]";
    }
}
