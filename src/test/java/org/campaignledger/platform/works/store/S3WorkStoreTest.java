package org.campaignledger.platform.works.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3WorkStoreTest extends WorkStoreContract {

    private final SmallS3 s3;
    private @Nullable Receiving receiving;
    private @Nullable S3WorkStore store;

    S3WorkStoreTest() throws IOException {
        s3 = new SmallS3();
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
        s3.close();
    }

    @Override
    WorkStore store() {
        if (store == null) {
            store = new S3WorkStore(new S3Settings(s3.uri(), "works-of-all", null, "an-account", "a-secret", null),
                    receiving());
        }
        return store;
    }

    @Override
    Receiving receiving() {
        if (receiving == null) {
            receiving = new Receiving(folder.resolve("incoming"));
        }
        return receiving;
    }

    @Test
    void theBucketStandsInThePathBeforeTheDigest() throws IOException {
        String sha256 = kept("abc".getBytes());
        assertThat(s3.objects()).containsOnlyKeys("/works-of-all/works/ba/78/" + sha256);
    }

    @Test
    void aStoreThatIsBusyIsAskedAgain() throws IOException {
        s3.busy.set(2);
        String sha256 = kept("abc".getBytes());
        assertThat(store().exists(sha256)).isTrue();
    }

    @Test
    void aStoreThatRefusesOrIsGoneIsAFailureOfTheStore() throws IOException {
        s3.full = true;
        assertThatThrownBy(() -> kept("abc".getBytes())).isInstanceOf(WorkStore.StoreFailure.class);
        s3.close();
        assertThatThrownBy(() -> store().exists(ABSENT)).isInstanceOf(WorkStore.StoreFailure.class);
        assertThatThrownBy(() -> store().open(ABSENT, 0, 1)).isInstanceOf(WorkStore.StoreFailure.class);
        assertThatThrownBy(() -> store().delete(ABSENT)).isInstanceOf(WorkStore.StoreFailure.class);
    }

    @Test
    void whatIsMissingInItsSettingsIsNamedAtTheStart() {
        assertThatThrownBy(() -> new S3WorkStore(new S3Settings(null, null, null, null, null, null), receiving()))
                .hasMessageContaining("ledger.works.s3.bucket");
    }

    @Test
    void theSecretIsNotTold() {
        assertThat(new S3Settings(s3.uri(), "b", null, "an-account", "a-secret", null).toString())
                .doesNotContain("a-secret");
    }
}
