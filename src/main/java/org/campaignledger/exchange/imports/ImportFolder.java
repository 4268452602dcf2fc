package org.campaignledger.exchange.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.platform.postgres.OwnerOnly;
import org.springframework.stereotype.Component;

/**
 * Where this instance has the files that it works on, all of them encrypted, and the name by which it knows its own imports.
 * What is here is a copy or on its way: the database has the files ({@link ImportFiles}).
 */
@Component
class ImportFolder {

    private static final String UPLOAD = ".upload";
    private static final String SHEET = ".sheet";

    private final Path folder;
    private final String home;

    ImportFolder(DataDirectory data) throws IOException {
        folder = data.folder("imports");
        Path name = folder.resolve("home");
        if (!Files.exists(name)) {
            OwnerOnly.write(name, UUID.randomUUID().toString());
        }
        home = Files.readString(name, StandardCharsets.US_ASCII).strip();
    }

    /** By which imports of this instance are told apart from those of others on the same database. */
    String home() {
        return home;
    }

    /** The file as it was sent. */
    Path upload(String id) {
        return folder.resolve(id + UPLOAD);
    }

    /** The sheet with its errors. */
    Path sheet(String id) {
        return folder.resolve(id + SHEET);
    }

    /**
     * A file that was left here.
     *
     * @param id   of its import
     * @param kept what it is
     * @param path where it is
     */
    record Left(String id, ImportTable.Kept kept, Path path) {}

    /** What a dead process was at, and what an earlier release kept here for good. */
    List<Left> left() {
        List<Left> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*{" + UPLOAD + "," + SHEET + "}")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean isUpload = name.endsWith(UPLOAD);
                left.add(new Left(name.substring(0, name.length() - (isUpload ? UPLOAD : SHEET).length()),
                        isUpload ? ImportTable.Kept.UPLOAD : ImportTable.Kept.SHEET, file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return left;
    }
}
