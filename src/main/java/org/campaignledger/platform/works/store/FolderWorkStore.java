package org.campaignledger.platform.works.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.campaignledger.platform.postgres.OwnerOnly;

/**
 * Keeps works in a folder: {@code ab/cd/abcd…}, written elsewhere on the same disk, forced to it and renamed. Two instances
 * share one only where the file system is shared and has atomic renames.
 */
public final class FolderWorkStore implements WorkStore {

    private final Path root;

    /** In this folder, which is made when the first work comes. */
    public FolderWorkStore(Path root) {
        this.root = root;
    }

    /** Where the work of a digest is, or would be. */
    static Path place(Path root, String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    @Override
    public void keep(Incoming incoming) throws IOException {
        Path place = place(root, incoming.sha256());
        if (Files.isRegularFile(place) && Files.size(place) == incoming.bytes()) {
            return;
        }
        try {
            Path folder = OwnerOnly.parent(place);
            OwnerOnly.createFolder(folder);
            OwnerOnly.force(incoming.file());
            OwnerOnly.move(incoming.file(), place);
            // The folders may be as new as the file.
            OwnerOnly.force(OwnerOnly.parent(folder));
            OwnerOnly.force(root);
        } catch (IOException full) {
            throw new StoreFailure("keeping " + incoming.sha256(), full);
        }
    }

    @Override
    public InputStream open(String sha256, long from, long to) throws IOException {
        try {
            FileChannel channel = FileChannel.open(place(root, sha256), StandardOpenOption.READ);
            channel.position(from);
            return new Limited(Channels.newInputStream(channel), to - from);
        } catch (NoSuchFileException gone) {
            throw new NotKept(sha256);
        }
    }

    @Override
    public OptionalLong length(String sha256) throws IOException {
        try {
            return OptionalLong.of(Files.size(place(root, sha256)));
        } catch (NoSuchFileException gone) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        Path place = place(root, sha256);
        if (Files.deleteIfExists(place)) {
            OwnerOnly.force(OwnerOnly.parent(place));
        }
    }

    @Override
    public Local local(String sha256) throws IOException {
        Path place = place(root, sha256);
        if (!Files.isRegularFile(place)) {
            throw new NotKept(sha256);
        }
        return new Local(place, false);
    }
}
