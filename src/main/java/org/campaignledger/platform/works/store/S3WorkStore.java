package org.campaignledger.platform.works.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Keeps works in an object store that speaks S3. One PUT each, its length and digest given beforehand: the store itself
 * refuses bytes that do not have the digest, and an object is there whole or not at all. Looks for nothing of its
 * environment: neither files in a home folder nor a metadata service.
 */
public final class S3WorkStore implements WorkStore, AutoCloseable {

    private static final String PREFIX = "works/";

    private final S3Client client;
    private final String bucket;
    private final Receiving receiving;

    /**
     * With this account.
     *
     * @param receiving where files are put that somebody has to jump about in
     */
    public S3WorkStore(S3Settings settings, Receiving receiving) {
        this.bucket = settings.bucketOrFail();
        this.receiving = receiving;
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.regionOrUsual()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKeyOrFail(), settings.secretKeyOrFail())))
                .httpClient(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(60)).build())
                .forcePathStyle(settings.isPathStyle())
                .disableMultiRegionAccessPoints(true)
                .serviceConfiguration(how -> how.chunkedEncodingEnabled(false))
                .overrideConfiguration(how -> how.defaultProfileFile(ProfileFile.aggregator().build())
                        .apiCallTimeout(Duration.ofMinutes(10)));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint());
        }
        this.client = builder.build();
    }

    private static String key(String sha256) {
        return PREFIX + sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    @Override
    public void keep(Incoming incoming) throws IOException {
        OptionalLong there = length(incoming.sha256());
        if (there.isPresent() && there.getAsLong() == incoming.bytes()) {
            return;
        }
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(incoming.sha256()));
        try {
            client.putObject(put -> put.bucket(bucket).key(key(incoming.sha256()))
                    .checksumAlgorithm(ChecksumAlgorithm.SHA256).checksumSHA256(digest)
                    .contentLength(incoming.bytes()), RequestBody.fromFile(incoming.file()));
        } catch (SdkException trouble) {
            throw new StoreFailure("keeping " + incoming.sha256(), trouble);
        }
    }

    @Override
    public InputStream open(String sha256, long from, long to) throws IOException {
        try {
            return new Limited(client.getObject(get -> get.bucket(bucket).key(key(sha256))
                    .range("bytes=" + from + "-" + (to - 1))), to - from);
        } catch (NoSuchKeyException gone) {
            throw new NotKept(sha256);
        } catch (SdkException trouble) {
            throw new StoreFailure("reading " + sha256, trouble);
        }
    }

    @Override
    public OptionalLong length(String sha256) throws IOException {
        try {
            HeadObjectResponse head = client.headObject(ask -> ask.bucket(bucket).key(key(sha256)));
            return OptionalLong.of(head.contentLength());
        } catch (S3Exception trouble) {
            if (trouble.statusCode() == 404) {
                return OptionalLong.empty();
            }
            throw new StoreFailure("looking for " + sha256, trouble);
        } catch (SdkException trouble) {
            throw new StoreFailure("looking for " + sha256, trouble);
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        try {
            client.deleteObject(ask -> ask.bucket(bucket).key(key(sha256)));
        } catch (SdkException trouble) {
            throw new StoreFailure("deleting " + sha256, trouble);
        }
    }

    @Override
    public Local local(String sha256) throws IOException {
        long length = length(sha256).orElseThrow(() -> new NotKept(sha256));
        Path file = receiving.newFile();
        try (InputStream in = length == 0 ? InputStream.nullInputStream() : open(sha256, 0, length)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return new Local(file, true);
        } catch (IOException | SdkException broken) {
            Files.deleteIfExists(file);
            throw broken instanceof NotKept gone ? gone : new StoreFailure("fetching " + sha256, broken);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
