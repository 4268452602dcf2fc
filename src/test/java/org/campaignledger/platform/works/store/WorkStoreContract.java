package org.campaignledger.platform.works.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of works does. */
abstract class WorkStoreContract {

    static final String ABSENT = "0".repeat(64);

    @TempDir
    Path folder;

    abstract WorkStore store();

    abstract Receiving receiving();

    Incoming incoming(byte[] bytes) throws IOException {
        return receiving().receive(new ByteArrayInputStream(bytes), 10_000_000);
    }

    String kept(byte[] bytes) throws IOException {
        try (Incoming incoming = incoming(bytes)) {
            store().keep(incoming);
            return incoming.sha256();
        }
    }

    private byte[] read(String sha256, long from, long to) throws IOException {
        try (InputStream in = store().open(sha256, from, to)) {
            return in.readAllBytes();
        }
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatIsKeptIsReadUnderItsDigestWholeOrInPart() throws IOException {
        String sha256 = kept("abc".getBytes());
        assertThat(sha256).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(read(sha256, 0, 3)).isEqualTo("abc".getBytes());
        assertThat(read(sha256, 1, 2)).isEqualTo("b".getBytes());
        assertThat(store().length(sha256)).hasValue(3);
        assertThat(store().exists(sha256)).isTrue();
    }

    @Test
    void theSameBytesAreKeptOnce() throws IOException {
        assertThat(kept("abc".getBytes())).isEqualTo(kept("abc".getBytes()));
    }

    @Test
    void whatIsNotKeptIsToldSo() throws IOException {
        assertThat(store().length(ABSENT)).isEmpty();
        assertThat(store().exists(ABSENT)).isFalse();
        assertThatThrownBy(() -> read(ABSENT, 0, 1)).isInstanceOf(WorkStore.NotKept.class);
        assertThatThrownBy(() -> store().local(ABSENT)).isInstanceOf(WorkStore.NotKept.class);
        store().delete(ABSENT);
    }

    @Test
    void whatIsDeletedIsGoneAndCanComeAgain() throws IOException {
        String sha256 = kept(new byte[200_000]);
        store().delete(sha256);
        assertThat(store().exists(sha256)).isFalse();
        assertThat(kept(new byte[200_000])).isEqualTo(sha256);
        assertThat(store().exists(sha256)).isTrue();
    }

    @Test
    void aFileOfItIsLentAndNothingIsLeftOfUploads() throws IOException {
        String sha256 = kept("abc".getBytes());
        try (WorkStore.Local local = store().local(sha256)) {
            assertThat(Files.readAllBytes(local.path())).isEqualTo("abc".getBytes());
        }
        assertThat(store().exists(sha256)).isTrue();
        assertThat(files(folder.resolve("incoming"))).isEmpty();
    }
}
