package org.campaignledger.exchange.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.campaignledger.platform.postgres.OwnerOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of imports in the database, sealed as they are, so that every instance has them. Read and written in pieces;
 * none is ever whole in memory.
 */
@Component
class ImportFiles {

    private static final int PIECE = 1 << 20;

    private final JdbcClient jdbc;
    private final ImportTable table;
    private final TransactionTemplate transaction;

    ImportFiles(JdbcClient jdbc, ImportTable table, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins an import together with its file: there is none without the other.
     *
     * @param upload      the sealed file
     * @param uploadScope the upload's idempotency key in its scope; absent where none came
     * @return whether it is new; not if one was begun for this upload before
     * @throws IOException the file can't be read
     */
    boolean begin(String id, ImportJob.Asked asked, byte[] key, @Nullable String uploadScope, Instant now, Path upload)
            throws IOException {
        return inOne(() -> {
            boolean isNew = table.begin(id, asked, key, uploadScope, now);
            if (isNew) {
                write(id, ImportTable.Kept.UPLOAD, upload);
            }
            return isNew;
        });
    }

    /** Keeps a sheet with errors together with its key, in the place of one that was made before. */
    void keepSheet(String id, byte[] key, Path sheet) throws IOException {
        inOne(() -> {
            delete(id, ImportTable.Kept.SHEET);
            write(id, ImportTable.Kept.SHEET, sheet);
            table.keep(id, ImportTable.Kept.SHEET, key);
            return true;
        });
    }

    /** Takes in a file that an earlier release kept beside the database, unless it is here. */
    void bringIn(String id, ImportTable.Kept kept, Path file) throws IOException {
        inOne(() -> {
            if (table.key(id, kept).isPresent() && part(id, kept, 0).isEmpty()) {
                write(id, kept, file);
            }
            return true;
        });
    }

    /** Forgets a sheet and its key. */
    void forgetSheet(String id) {
        transaction.executeWithoutResult(status -> {
            table.keep(id, ImportTable.Kept.SHEET, null);
            delete(id, ImportTable.Kept.SHEET);
        });
    }

    /**
     * Copies a file, sealed as it is, to a place of this instance.
     *
     * @return whether there is one
     * @throws IOException the disk does not take it
     */
    boolean fetch(String id, ImportTable.Kept kept, Path to) throws IOException {
        Optional<InputStream> there = reading(id, kept);
        if (there.isEmpty()) {
            return false;
        }
        Files.deleteIfExists(to);
        OwnerOnly.createFile(to);
        try (InputStream in = there.get(); OutputStream out = Files.newOutputStream(to)) {
            in.transferTo(out);
        }
        return true;
    }

    /** A file, sealed as it is, from its beginning; empty where there is none. */
    Optional<InputStream> reading(String id, ImportTable.Kept kept) {
        return part(id, kept, 0).map(first -> new Pieces(id, kept, first));
    }

    private Optional<byte[]> part(String id, ImportTable.Kept kept, int number) {
        return jdbc.sql("select bytes from import_file where job = ? and kept = ? and part = ?")
                .params(id, kept.name(), number).query((row, at) -> row.getBytes(1)).optional();
    }

    private void write(String id, ImportTable.Kept kept, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int part = 0;
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                jdbc.sql("insert into import_file (job, kept, part, bytes) values (:job, :kept, :part, :bytes)")
                        .param("job", id).param("kept", kept.name()).param("part", part++).param("bytes", piece)
                        .update();
            }
        }
    }

    private void delete(String id, ImportTable.Kept kept) {
        jdbc.sql("delete from import_file where job = ? and kept = ?").params(id, kept.name()).update();
    }

    /** What may fail on the disk too. */
    private interface Step {

        boolean take() throws IOException;
    }

    private boolean inOne(Step step) throws IOException {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                try {
                    return step.take();
                } catch (IOException disk) {
                    throw new UncheckedIOException(disk);
                }
            }));
        } catch (UncheckedIOException disk) {
            throw disk.getCause();
        }
    }

    /** One piece after another; one that is gone meanwhile ends it, and its seal tells that it ended early. */
    private final class Pieces extends InputStream {

        private final String id;
        private final ImportTable.Kept kept;
        private InputStream piece;
        private int next = 1;

        private Pieces(String id, ImportTable.Kept kept, byte[] first) {
            this.id = id;
            this.kept = kept;
            this.piece = new ByteArrayInputStream(first);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = piece.read(into, from, length);
            if (read >= 0) {
                return read;
            }
            Optional<byte[]> further = part(id, kept, next++);
            if (further.isEmpty()) {
                return -1;
            }
            piece = new ByteArrayInputStream(further.get());
            return piece.read(into, from, length);
        }
    }
}
