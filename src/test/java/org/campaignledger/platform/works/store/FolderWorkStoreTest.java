package org.campaignledger.platform.works.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FolderWorkStoreTest extends WorkStoreContract {

    private @Nullable Receiving receiving;

    @Override
    WorkStore store() {
        return new FolderWorkStore(folder);
    }

    @Override
    Receiving receiving() {
        if (receiving == null) {
            receiving = new Receiving(folder.resolve("incoming"));
        }
        return receiving;
    }

    @Test
    void aWorkStandsInFoldersOfItsFirstDigits() throws IOException {
        String sha256 = kept("abc".getBytes());
        assertThat(folder.resolve("ba").resolve("78").resolve(sha256)).isRegularFile();
    }

    @Test
    void whatADeadProcessLeftIsSweptAtTheNextStart() throws IOException {
        Incoming left = incoming("abc".getBytes());
        assertThat(left.file()).exists();
        new Receiving(folder.resolve("incoming"));
        assertThat(left.file()).doesNotExist();
    }

    @Test
    void anUploadIsRefusedOnceItPassesTheLimitAndNotReadFurther() throws IOException {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {

            @Override
            public int read() {
                read.incrementAndGet();
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };
        Refused refused = (Refused) catchThrowable(() -> receiving().receive(endless, 1_000_000));
        assertThat(refused.code()).isEqualTo("too-large");
        assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
        assertThat(read.get()).isLessThan(1_200_000);
        assertThat(files(folder.resolve("incoming"))).isEmpty();
        try (Incoming atTheLimit = receiving().receive(new ByteArrayInputStream(new byte[1000]), 1000)) {
            assertThat(atTheLimit.bytes()).isEqualTo(1000);
        }
    }

    @Test
    void aFullDiskIsAFailureOfTheStoreThatLeavesNothing() throws IOException {
        Receiving full = FullDisk.receiving(folder.resolve("incoming"), 100_000);
        assertThatThrownBy(() -> full.receive(new ByteArrayInputStream(new byte[500_000]), 1_000_000))
                .isInstanceOf(WorkStore.StoreFailure.class).hasMessageContaining("No space left");
        assertThat(files(folder.resolve("incoming"))).isEmpty();
    }

    @Test
    void aSenderWhoBreaksOffIsNoFailureOfTheStore() throws IOException {
        InputStream breaking = new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertThatThrownBy(() -> receiving().receive(breaking, 100)).isNotInstanceOf(WorkStore.StoreFailure.class)
                .hasMessage("gone");
        assertThat(files(folder.resolve("incoming"))).isEmpty();
    }

    @Test
    void halfAFileUnderTheRightNameIsReplaced() throws IOException {
        String sha256 = kept(new byte[1000]);
        Path place = FolderWorkStore.place(folder, sha256);
        Files.write(place, new byte[10]);
        kept(new byte[1000]);
        assertThat(place).hasSize(1000);
    }
}
