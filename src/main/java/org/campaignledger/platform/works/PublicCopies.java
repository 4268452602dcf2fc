package org.campaignledger.platform.works;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.postgres.OwnerOnly;
import org.campaignledger.platform.works.media.Pictures;
import org.campaignledger.platform.works.store.WorkStore;
import org.campaignledger.platform.works.store.WorkStore.StoreFailure;

/**
 * Copies of pictures that may be shown to anybody: drawn anew from the pixels, so that nothing that stood beside these is
 * in them. Made when first asked for, kept as a cache on this instance's disk, made again if they are gone.
 */
public final class PublicCopies {

    /** The two sizes of copies, by their longest side in pixels. */
    public enum Size {

        /** For lists. */
        THUMBNAIL(480),
        /** For looking at. */
        FULL(2048);

        private final int side;

        Size(int side) {
            this.side = side;
        }

        /** The longest side, in pixels. */
        public int side() {
            return side;
        }
    }

    private final Path folder;
    private final WorkStore store;

    /** Copies in this folder of the works of this store. */
    PublicCopies(Path folder, WorkStore store) {
        this.folder = folder;
        this.store = store;
    }

    /**
     * The copy of a picture, a JPEG.
     *
     * @param orientation how the original is stored
     * @throws Refused 404 if the work's bytes are not there
     */
    Path of(WorkFacts facts, int orientation, Size size) throws IOException {
        Path place = place(facts.sha256(), size);
        if (!Files.isRegularFile(place)) {
            make(facts, orientation, size, place);
        }
        return place;
    }

    private void make(WorkFacts facts, int orientation, Size size, Path place) throws IOException {
        try (WorkStore.Local original = store.local(facts.sha256())) {
            BufferedImage picture = Pictures.upright(original.path(), facts.mediaType(), orientation, size.side());
            OwnerOnly.createFolder(OwnerOnly.parent(place));
            Path unfinished = place.resolveSibling(UUID.randomUUID() + ".part");
            try {
                OwnerOnly.createFile(unfinished);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
                    Pictures.writeJpeg(picture, out);
                }
                OwnerOnly.move(unfinished, place);
            } catch (IOException full) {
                throw new StoreFailure("a copy of " + facts.sha256(), full);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            // Erased while it was drawn: the copy must not outlive its original.
            if (!store.exists(facts.sha256())) {
                delete(facts.sha256());
                throw Refused.notFound();
            }
        } catch (WorkStore.NotKept gone) {
            throw Refused.notFound();
        }
    }

    /** Forgets both copies. */
    void delete(String sha256) throws IOException {
        for (Size size : Size.values()) {
            Files.deleteIfExists(place(sha256, size));
        }
    }

    /**
     * Forgets the copies of works that are gone, which another instance may have erased.
     *
     * @param areThere answers which of some digests are those of works that are there
     */
    void sweep(UnaryOperator<Set<String>> areThere) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            Iterator<Path> files = all.filter(Files::isRegularFile).iterator();
            while (files.hasNext()) {
                Map<Path, String> some = new HashMap<>();
                while (files.hasNext() && some.size() < 500) {
                    Path file = files.next();
                    some.put(file, String.valueOf(file.getFileName()).replaceFirst("\\..*", ""));
                }
                Set<String> there = areThere.apply(Set.copyOf(some.values()));
                for (Map.Entry<Path, String> one : some.entrySet()) {
                    if (!there.contains(one.getValue()) && Works.isDigest(one.getValue())) {
                        Files.deleteIfExists(one.getKey());
                    }
                }
            }
        }
    }

    private Path place(String sha256, Size size) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4))
                .resolve(sha256 + "." + size.side() + ".jpg");
    }
}
